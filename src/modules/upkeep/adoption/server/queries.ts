import { sql } from 'kysely';
import { mapOf } from '#modules/organisations/boundary/server/queries.ts';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { offeredTo } from '../../learning/server/queries-offered.ts';
import { keptModelPage, standingOn } from '../../upkeep/server/queries.ts';
import { mayAdopt } from '../policy.ts';
import { asTree, type Member } from '../rules.ts';

/** What was told of an adoption; `parentCode` is null where the reader may not know the other model. */
export interface Adoption {
  parentCode: string | null;
  kept: string;
  changed: string;
  dropped: string;
  day: string;
  actorName: string;
}

/** The unit above that of a member `f`, or the last one. */
const ABOVE = sql`(select above.parent_id from unit_parent above where above.unit_id = f.unit_id order by above.valid desc limit 1)`;

/** The family of a model, in no order. One query. */
export function familyOf(db: ReadDb, ctx: Context, id: number): Promise<Member[]> {
  return rowsOf(
    db,
    sql<Member>`
      select f.id, f.parent_id as "parentId", f.generation, f.day, f.code, f.name, f.unit_id as "unitId", ${nameUntil(sql.ref('f.unit_id'), dayOf(ctx.now))} as unit,
        ${nameUntil(ABOVE, dayOf(ctx.now))} as above
      from model_family(${id}) f`,
  );
}

/** What a model was learnt from, within scope. One query. */
export async function adoptionOf(db: ReadDb, id: number): Promise<Omit<Adoption, 'parentCode'> | undefined> {
  const rows = await rowsOf(
    db,
    sql<Omit<Adoption, 'parentCode'>>`
      select kept, changed, dropped, day, actor_name as "actorName" from adoption where initiative_id = ${id}`,
  );
  return rows[0];
}

/** The model that a code names, of what the asker may know. One query. */
export async function modelOfCode(db: ReadDb, code: string): Promise<number | undefined> {
  const [row] = await rowsOf(db, sql<{ id: number | null }>`select model_of_code(${code}) as id`);
  return row?.id ?? undefined;
}

/** How far a model has spread, over all that learnt from it, also those that may not be named. */
export interface Spread {
  all: number;
  second: number;
  units: number;
  /** Districts of the day on which it was learnt there; 0 where there are none any more. */
  districts: number;
  /** Told at least a year ago, and of these still kept up (or in need of support) by their last upkeep check. */
  old: number;
  alive: number;
}

/** The figures of a model's family below it; `alive` is what `standingOn` says of each on this day. One query. */
export async function spreadOf(db: ReadDb, ctx: Context, id: number): Promise<Spread> {
  const today = dayOf(ctx.now);
  const old = sql`f.day <= (${today}::date - interval '1 year')::date`;
  const [row] = await rowsOf(
    db,
    sql<Spread>`
      select count(*) as all, count(*) filter (where f.generation = 2) as second, count(distinct f.unit_id) as units,
        count(distinct f.district_id) as districts, count(*) filter (where ${old}) as old,
        count(*) filter (where ${old} and ${standingOn(today)} in ('kept_up', 'needs_support')) as alive
      from family_facts(${id}) f cross join lateral (select f.last_standing as standing, f.last_day as day) last`,
  );
  return row as Spread;
}

/** Everything that the page of a family shows. Seven queries at most. */
export async function familyPage(db: ReadDb, ctx: Context, initiativeId: number) {
  const { registration, id, code, name } = await keptModelPage(db, ctx, initiativeId);
  // The model itself was read within scope, also by who reads one sector's line of its unit: its name is told.
  const members = (await familyOf(db, ctx, id)).map((each) => (each.id === id ? { ...each, code, name } : each));
  const told = await adoptionOf(db, id);
  const parentId = members.find((member) => member.id === id)?.parentId;
  const parentCode = members.find((member) => member.id === parentId)?.code ?? null;
  return {
    model: { id, code, name },
    family: asTree(members),
    map: await mapOf(db, members, dayOf(ctx.now)),
    spread: await spreadOf(db, ctx, id),
    offered: told ? [] : await offeredTo(db, registration, members),
    adoption: told ? { ...told, parentCode } : null,
    may: mayAdopt(ctx.actor, registration),
  };
}
