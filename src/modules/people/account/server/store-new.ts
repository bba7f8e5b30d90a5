import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { refuse } from '#platform/refusal.ts';
import type { Act } from '#platform/server/action.ts';
import { dayOf, type WriteDb } from '#platform/server/context.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { OFFICER_LEVEL, type Role } from '../../appointment/rules.ts';
import type { Subject } from '../../registrant/rules.ts';
import { findOrCreateRegistrant } from '../../registrant/server/store.ts';
import { insertAccount, insertAppointment, insertPerson } from './store.ts';

/** A person with a first duty. */
export interface NewPerson {
  fullName: string;
  role: Role;
  unitId: number;
  registrant?: string | undefined;
  subject?: Subject;
  /** Of a sector officer. */
  sectorId?: number | undefined;
  phone?: string | null;
}
/** The same, to be let in. */
export interface NewAccount extends NewPerson {
  username: string;
  password: string;
}

/** Writes person, account and appointment; a user name that is taken is refused. Answers the person's id. */
export async function openAccount(act: Act, account: NewAccount): Promise<number> {
  const passwordHash = await hashPassword(account.password);
  const personId = await insertPerson(act.tx, { ...account, now: act.now });
  await giveAccount(act, { personId, username: account.username, passwordHash });
  await appoint(act, personId, account);
  return personId;
}

/** Writes a person with an appointment, who may claim an account later. Answers the person's id. */
export async function openPerson(act: Act, person: NewPerson): Promise<number> {
  const personId = await insertPerson(act.tx, { ...person, now: act.now });
  await appoint(act, personId, person);
  return personId;
}

/** Gives a person an account; a user name that is taken is refused at its field. */
export async function giveAccount(
  { tx, now }: Act,
  account: { personId: number; username: string; passwordHash: string },
): Promise<void> {
  if (!(await insertAccount(tx, { ...account, now })))
    refuse('invalid', 'form.invalid', { fields: { username: { code: 'account.username_taken' } } });
}

/** A user name that nobody has: `wished` itself, or with the first number that makes it free. */
export async function freeUsername(tx: WriteDb, wished: string): Promise<string> {
  const stem = (wished.length < 3 ? `nguoi.${wished}` : wished).slice(0, 54);
  const { rows } = await sql<{ free: string }>`
    select ${stem}::text || case n when 1 then '' else '.' || n end as free from generate_series(1, 10000) n
    where not exists (select from account where lower(username) = ${stem}::text || case n when 1 then '' else '.' || n end)
    order by n limit 1`.execute(tx);
  return rows[0]?.free ?? stem;
}

/** Refuses a unit that is not there today, or at whose level the role does not serve. */
export function mustFit(role: Role, unit: { level: Level } | undefined): void {
  const level = OFFICER_LEVEL[role];
  if (unit && (!level || level === unit.level)) return;
  const code = unit ? `account.unit_not_${level}` : 'account.unit_missing';
  refuse('invalid', 'form.invalid', { fields: { unitId: { code } } });
}

/** Refuses a sector that is not there. */
export function mustKnow(sectorId: number | undefined, sectors: readonly { id: number }[]): void {
  if (sectorId === undefined || sectors.some(({ id }) => id === sectorId)) return;
  refuse('invalid', 'form.invalid', { fields: { sectorId: { code: 'account.sector_missing' } } });
}

/** Writes a duty of a person, from a day on or from today. Answers its id. */
export async function appoint(
  act: Act,
  personId: number,
  person: NewPerson,
  from: string = dayOf(act.now),
): Promise<number> {
  const { tx, ctx } = act;
  const registrantId = person.role === 'registrant' ? await registrantOf(act, personId, person) : null;
  return insertAppointment(tx, { ...person, personId, registrantId, grantedBy: ctx.actor.id, from });
}

async function registrantOf({ tx }: Act, personId: number, person: NewPerson): Promise<number> {
  const { registrant: name = person.fullName, subject = 'collective', unitId } = person;
  const named = { name, subject, unitId, personId: subject === 'individual' ? personId : null };
  return (await findOrCreateRegistrant(tx, named)).id;
}
