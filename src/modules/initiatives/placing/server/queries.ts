import { sql } from 'kysely';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import type { Reason } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import { mayOpenPlacing, mayPlace } from '../policy.ts';

/** A unit that an act divided: where its parts went, and how many of its models somebody has placed. */
export interface DividedUnit {
  id: number;
  name: string;
  path: string;
  successors: { id: number; name: string }[];
  waiting: number;
  placed: number;
}

export interface PlacingRow {
  id: number;
  code: string;
  name: string;
  registrant: string;
  /** What its form says of where it is carried out. */
  place: string;
  /** Who keeps it now, once it is placed. */
  keeper: string | null;
}

export interface PlacingAsked {
  from?: number | undefined;
  registrant?: string | undefined;
  place?: string | undefined;
  placed?: boolean | undefined;
  after?: number | undefined;
}

const PLACING_ROWS = 50;

/** The units that an act divided, with what waits in them for the asker. One query. */
export function dividedUnits(db: ReadDb, actId: number): Promise<DividedUnit[]> {
  return rowsOf(
    db,
    sql<DividedUnit>`
      select u.id, n.name, u.path_today::text as path,
        json_agg(json_build_object('id', s.to_unit_id, 'name', t.name) order by t.name) as successors,
        (select count(*)::integer from initiative i where i.keeper_unit_id = u.id) as waiting,
        (select count(*)::integer from placement p where p.reorganisation_id = r.id and p.from_unit_id = u.id) as placed
      from unit_succession s join reorganisation r on r.id = s.reorganisation_id join unit u on u.id = s.from_unit_id
        join unit_name n on n.unit_id = u.id and n.valid @> (r.effective_on - 1)
        join unit_name t on t.unit_id = s.to_unit_id and t.valid @> r.effective_on
      where r.id = ${actId} and s.share = 'part'
      group by u.id, n.name, r.id order by n.name`,
  );
}

/** A page of the models of one divided unit, by name of their registrant or words in the part that says where; in the order of their ids. */
export async function placingRows(
  db: ReadDb,
  actId: number,
  asked: PlacingAsked & { from: number },
): Promise<{ rows: PlacingRow[]; next: number | null }> {
  const like = (text: string) => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`;
  const which = asked.placed
    ? sql`exists (select from placement p where p.reorganisation_id = ${actId} and p.initiative_id = i.id and p.from_unit_id = ${asked.from})`
    : sql`i.keeper_unit_id = ${asked.from}`;
  const rows = await rowsOf(
    db,
    sql<PlacingRow>`
      select i.id, i.code, i.name, g.name as registrant, left(v.place, 300) as place,
        (select n.name from placement p join reorganisation r on r.id = p.reorganisation_id
          join unit_name n on n.unit_id = p.to_unit_id and n.valid @> r.effective_on
          where p.reorganisation_id = ${actId} and p.initiative_id = i.id) as keeper
      from initiative i join registrant g on g.id = i.registrant_id
        join lateral (select place from initiative_version v where v.initiative_id = i.id order by number desc limit 1) v on true
      where ${which} and i.id > ${asked.after ?? 0}
        ${asked.registrant ? sql`and g.plain_name like ${like(asked.registrant)}` : sql``}
        ${asked.place ? sql`and lower(unaccent(v.place)) like ${like(asked.place)}` : sql``}
      order by i.id limit ${PLACING_ROWS + 1}`,
  );
  const page = rows.slice(0, PLACING_ROWS);
  return { rows: page, next: rows.length > PLACING_ROWS ? (page.at(-1)?.id ?? null) : null };
}

/** Everything that the page of placing shows: the divided units, the one looked at, its models, and whether the asker may place them. */
export async function placingPage(
  db: ReadDb,
  ctx: Context,
  act: { id: number; effectiveOn: string },
  asked: PlacingAsked,
) {
  const divided = await dividedUnits(db, act.id);
  const unit = divided.find(({ id }) => id === asked.from) ?? divided.find(({ waiting }) => waiting > 0) ?? divided[0];
  const found = unit ? await placingRows(db, act.id, { ...asked, from: unit.id }) : { rows: [], next: null };
  const coming: true | Reason = dayOf(ctx.now) < act.effectiveOn ? { code: 'registration.place.not_yet' } : true;
  const may = coming === true && unit ? mayPlace(ctx.actor, unit.path) : coming;
  return { divided, unit: unit ?? null, ...found, may };
}

/** Models whose unit was divided and stands no more, for who may place them: a line for each act, open until the last is placed. */
export function placingLines(ctx: Context): LineSource[] {
  if (mayOpenPlacing(ctx.actor) !== true) return [];
  const today = sql`${dayOf(ctx.now)}::date`;
  const lines = sql<LineRow>`
    select 'place' as kind, r.id, count(*) as count, null as name, '' as whose, r.resolution as where, r.applied_at as since, null::date as due_on
    from (select distinct reorganisation_id, from_unit_id from unit_succession where share = 'part') s
      join reorganisation r on r.id = s.reorganisation_id and r.state = 'applied' and r.effective_on <= ${today}
      join initiative i on i.keeper_unit_id = s.from_unit_id
    where not exists (select from unit_kind k where k.unit_id = s.from_unit_id and k.valid @> ${today})
      and ((select scope_is_all()) or s.from_unit_id = any ((select scope_units())::integer[]))
    group by r.id`;
  return [{ lines, href: ({ id }) => `/office/reorganisations/${id}/place` }];
}
