import { finderByName } from '#modules/organisations/reorganisation/rules-names.ts';
import type { Unit } from '#modules/organisations/unit/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { fold, parseDay } from '#platform/vietnamese.ts';
import { mayGive } from '../account/policy.ts';
import { phoneOf } from '../account-request/rules.ts';
import { OFFICER_LEVEL, type Role } from '../appointment/rules.ts';
import { Email } from '../email/schema.ts';
import type { ListRow, TypedRow, Wanted } from './rules.ts';

/** What a good row asks for. */
export interface WantedRow extends Wanted {
  role: Role;
  /** Of a registrant: who is registered for; themselves where nothing is said. */
  registrant: string | null;
  from: string;
}
export type Judged = { row: ListRow; wanted: WantedRow; problem?: undefined } | { row: ListRow; problem: Reason };

/** Given to one person at a time, on that person's page. */
const ONE_BY_ONE: readonly Role[] = ['sector_officer', 'people_administrator', 'administrator', 'auditor'];

export interface Judging {
  actor: Actor;
  today: string;
  /** The units of the day that names and codes are those of, and of today. */
  asOf: readonly Unit[];
  standing: readonly Unit[];
  /** Roles by their folded word in either language, and by their own name. */
  roles: ReadonlyMap<string, Role>;
}

const bad = (code: string, params?: Reason['params']): Reason => ({
  code: `people_import.problem.${code}`,
  ...(params && { params }),
});

/** Reads and judges rows by themselves: every good one says what it asks for, every other why not. */
export function judgeRows(rows: readonly ListRow[], judging: Judging): Judged[] {
  const unitOf = finderOf(judging);
  const seen = new Map<string, number>();
  return rows.map((row): Judged => {
    const wanted = wantedIn(row.typed, judging, unitOf);
    if ('code' in wanted) return { row, problem: wanted };
    const key = [
      wanted.email ?? wanted.phone ?? '',
      fold(wanted.fullName),
      wanted.unitId,
      wanted.role,
      fold(wanted.registrant ?? ''),
    ];
    const before = seen.get(key.join('|'));
    if (before !== undefined) return { row, problem: bad('doubled', { other: before }) };
    seen.set(key.join('|'), row.line);
    return { row, wanted };
  });
}

type UnitOf = (text: string) => Unit | Reason;

/** First among the units that the actor gives duties at: of two communes of one name the own one is meant. */
function finderOf({ actor, asOf, standing }: Judging): UnitOf {
  const today = new Map(standing.map((unit) => [unit.id, unit]));
  const own = asOf.filter((unit) => {
    const now = today.get(unit.id);
    return now && mayGive(actor, { role: 'registrant', unit: now, personId: null }) === true;
  });
  const [findOwn, findAny] = [finderByName(own), finderByName(asOf)];
  return (text) => {
    const among = findOwn(text);
    const found = 'id' in among ? among : findAny(text);
    if (!('id' in found)) {
      const { near = '' } = found.params as { near?: string };
      return bad(`unit_${found.code.split('.').at(-1)}`, { text, near });
    }
    return today.get(found.id) ?? bad('unit_ended', { text });
  };
}

function wantedIn(typed: TypedRow, { actor, today, roles }: Judging, unitOf: UnitOf): WantedRow | Reason {
  if (typed.name === '' || typed.name.length > 200) return { code: 'account.full_name_missing' };
  const email = typed.email === '' ? null : Email.safeParse(typed.email);
  if (email && !email.success) return { code: 'email.shape' };
  const phone = typed.phone === '' ? null : phoneOf(typed.phone);
  if (typed.phone !== '' && phone === null) return { code: 'account_request.phone_shape' };
  const role = roles.get(fold(typed.role)) ?? roles.get(typed.role);
  if (!role) return typed.role === '' ? { code: 'account.role_missing' } : bad('role', { text: typed.role });
  if (ONE_BY_ONE.includes(role)) return bad('one_by_one');
  if (typed.registrant !== '' && role !== 'registrant') return bad('registrant');
  if (typed.unit === '') return { code: 'account.unit_missing' };
  const unit = unitOf(typed.unit);
  if ('code' in unit && !('id' in unit)) return unit;
  const level = OFFICER_LEVEL[role];
  if (level && level !== unit.level) return { code: `account.unit_not_${level}` };
  const may = mayGive(actor, { role, unit, personId: null });
  if (may !== true) return may;
  const from = typed.from === '' ? today : parseDay(typed.from);
  if (!from) return { code: 'appointment.day_shape' };
  const registrant = role === 'registrant' && typed.registrant !== '' ? typed.registrant : null;
  return { fullName: typed.name, email: email?.data ?? null, phone, unitId: unit.id, role, registrant, from };
}
