import { sql } from 'kysely';
import { wordsIn } from '#messages/catalogues.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import { ROLES, type Role } from '../../appointment/rules.ts';
import { type Known, type ListRow, type Outcome, whoIs } from '../rules.ts';
import { judgeRows, type WantedRow } from '../rules-judge.ts';

/** A row and what becomes of it; whom it means, if that is somebody who is there. */
export interface SeenRow {
  row: ListRow;
  outcome: Outcome;
  problem?: Reason;
  wanted?: WantedRow;
  personId?: number;
  /** Somebody without an account and an address, whom the list gives one. */
  addsEmail?: boolean;
}

const ROLE_WORDS = new Map(
  ROLES.flatMap((role): [string, Role][] => [
    [role, role],
    [fold(role), role],
    [fold(wordsIn('vi')(`account.role.${role}`)), role],
    [fold(wordsIn('en')(`account.role.${role}`)), role],
  ]),
);

/** What would become of the rows of a list if it were written now by who asks. A handful of queries, whatever their number. */
export async function previewPeople(
  db: ReadDb,
  ctx: Context,
  rows: readonly ListRow[],
  asOfDay: string,
): Promise<SeenRow[]> {
  const { actor } = ctx;
  const today = dayOf(ctx.now);
  const standing = await unitsOn(db, today);
  const asOf = asOfDay === today ? standing : await unitsOn(db, asOfDay);
  const judged = judgeRows(rows, { actor, today, asOf, standing, roles: ROLE_WORDS });
  const wanted = judged.flatMap((each) => (each.problem ? [] : [each.wanted]));
  const known = await knownPeople(db, wanted);
  const taken = await takenElsewhere(db, wanted, known);
  const byName = Map.groupBy(known, ({ fullName }) => fold(fullName));
  const byEmail = new Map(known.flatMap((person) => (person.email ? [[person.email, person] as const] : [])));
  const names = new Map<string, string>();
  return judged.map((each): SeenRow => {
    if (each.problem) return { row: each.row, outcome: 'refused', problem: each.problem };
    const { row, wanted: want } = each;
    const refused = (code: string, params?: Reason['params']): SeenRow => ({
      row,
      outcome: 'refused',
      problem: { code, ...(params && { params }) },
    });
    const named = fold(want.fullName);
    // One address in the list is one person.
    if (want.email && (names.get(want.email) ?? named) !== named)
      return refused('people_import.problem.other_name', { text: want.email });
    if (want.email) names.set(want.email, named);
    const addressed = want.email ? byEmail.get(want.email) : undefined;
    const who = whoIs(want, [...new Set([...(byName.get(named) ?? []), ...(addressed ? [addressed] : [])])]);
    if (who === 'several') return refused('people_import.problem.several');
    if (who === 'other_name') return refused('people_import.problem.other_name', { text: want.email ?? '' });
    if (want.email && taken.has(want.email)) return refused('email.taken');
    if (!who) return { row, outcome: 'created', wanted: want };
    if (who.id === actor.id) return refused('appointment.not_yourself');
    const registrant = want.role === 'registrant' ? fold(want.registrant ?? want.fullName) : null;
    const has = who.duties.some(
      (duty) => duty.role === want.role && duty.unitId === want.unitId && duty.registrant === registrant,
    );
    const addsEmail = want.email !== null && who.email === null && !who.hasAccount;
    return { row, outcome: has ? 'unchanged' : 'given', wanted: want, personId: who.id, addsEmail };
  });
}

/** People within reach of who asks whose name or address stands in the list, with their duties of today and to come. */
async function knownPeople(db: ReadDb, wanted: readonly WantedRow[]): Promise<Known[]> {
  if (wanted.length === 0) return [];
  const names = [...new Set(wanted.map(({ fullName }) => fold(fullName)))];
  const emails = [...new Set(wanted.flatMap(({ email }) => (email ? [email] : [])))];
  return rowsOf(
    db,
    sql<Known>`
      select p.id, p.full_name as "fullName", lower(p.email) as email, p.phone, p.unit_id as "unitId",
        exists (select from account c where c.person_id = p.id) as "hasAccount",
        coalesce((select json_agg(json_build_object('role', a.role, 'unitId', a.unit_id, 'registrant', r.plain_name))
          from appointment a left join registrant r on r.id = a.registrant_id where a.person_id = p.id and is_live(a.valid)), '[]') as duties
      from person p
      where (scope_is_all() or p.id = any ((select scope_people())::integer[]))
        and (lower(p.email) = any (${emails}::text[])
          or btrim(regexp_replace(unaccent(lower(p.full_name)), '[^[:alnum:]]+', ' ', 'g')) = any (${names}::text[]))
      order by p.id`,
  );
}

/** Addresses of the list that are somebody's whom who asks does not administer. */
async function takenElsewhere(db: ReadDb, wanted: readonly WantedRow[], known: readonly Known[]): Promise<Set<string>> {
  const there = new Set(known.map(({ email }) => email));
  const asked = [...new Set(wanted.flatMap(({ email }) => (email && !there.has(email) ? [email] : [])))];
  if (asked.length === 0) return new Set();
  const rows = await rowsOf(
    db,
    sql<{ email: string }>`select email from unnest(${asked}::text[]) email where address_is_taken(email, null)`,
  );
  return new Set(rows.map(({ email }) => email));
}

export interface ImportPage {
  id: number;
  file: string;
  asOf: string;
  appliedAt: Date | null;
  rows: SeenRow[];
  /** People of the list without an account, whom nobody has invited yet. */
  uninvited: number[];
}

/** A list that was read in, by who read it in: what would become of its rows or, once written, what became of them. */
export async function importPage(db: ReadDb, ctx: Context, id: number): Promise<ImportPage> {
  const row = await db
    .selectFrom('people_import')
    .select(['id', 'file', 'as_of', 'rows', 'applied_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return refuse('missing', 'refusal.missing');
  const kept = row.rows as unknown as (ListRow & SeenRow)[];
  const rows = row.applied_at ? kept : await previewPeople(db, ctx, kept, row.as_of as unknown as string);
  const ids = row.applied_at ? kept.flatMap(({ personId }) => (personId ? [personId] : [])) : [];
  return {
    id: row.id,
    file: row.file,
    asOf: row.as_of as unknown as string,
    appliedAt: row.applied_at,
    rows,
    uninvited: await neverInvited(db, ids),
  };
}

async function neverInvited(db: ReadDb, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`
      select p.id from person p where p.id = any (${[...new Set(ids)]}::integer[])
        and (scope_is_all() or p.id = any ((select scope_people_whole())::integer[]))
        and not exists (select from account a where a.person_id = p.id) and not exists (select from invitation i where i.person_id = p.id)
      order by p.id`,
  );
  return rows.map((row) => row.id);
}
