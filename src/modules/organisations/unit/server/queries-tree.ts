import { sql } from 'kysely';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import type { Level } from '../rules.ts';
import { askedIn } from '../rules-asked.ts';

/** A line of the tree: a unit as it stood on the day, and how many stood right under it. */
export interface TreeUnit {
  id: number;
  code: string | null;
  name: string;
  kind: string;
  parentId: number | null;
  under: number;
}

export interface Above {
  id: number;
  name: string;
}

/** A unit that a search found; `endedOn` is the day on which it stood no more, with what took it over. */
export interface FoundUnit extends TreeUnit {
  above: Above[];
  endedOn: string | null;
  successors: Above[];
}

const MOST_FOUND = 50;

const LINE = (day: string) => sql`p.unit_id as id, c.code, n.name, k.kind, p.parent_id as "parentId",
  (select count(*) filter (where under.valid @> ${day}::date)::integer from unit_parent under where under.parent_id = p.unit_id) as under`;
// One look into an index for each line, and days compared last ("offset 0", "filter"): behind row security the planner knows
// nothing of ranges, takes a day for rare, and would read every unit of the country for each line.
const FACTS = (day: string) => sql`
  join lateral (select name, plain_name from unit_name n where n.unit_id = p.unit_id and n.valid @> ${day}::date offset 0) n on true
  join lateral (select kind from unit_kind k where k.unit_id = p.unit_id and k.valid @> ${day}::date offset 0) k on true
  left join lateral (select code from unit_code c where c.unit_id = p.unit_id and c.valid @> ${day}::date offset 0) c on true`;

/** The roots, what stands right under them, and what stands right under each of `open`; takes no row more. One query. */
export function treeOn(db: ReadDb, day: string, open: readonly number[]): Promise<TreeUnit[]> {
  return rowsOf(
    db,
    sql<TreeUnit>`
      with root as materialized (select unit_id from unit_parent where parent_id is null and valid @> ${day}::date),
      shown as (
        select unit_id, parent_id from unit_parent where parent_id is null and valid @> ${day}::date
        union all
        select unit_id, parent_id from unit_parent
        where parent_id = any (array(select unit_id from root) || ${[...open]}::integer[]) and valid @> ${day}::date)
      select ${LINE(day)} from shown p ${FACTS(day)} order by c.code, n.plain_name, p.unit_id`,
  );
}

/** One unit, what stands above it and what stands right under it, on a day. Two queries. */
export async function branchOn(
  db: ReadDb,
  day: string,
  id: number,
): Promise<{ unit: TreeUnit; above: Above[]; under: TreeUnit[] } | undefined> {
  const rows = await rowsOf(
    db,
    sql<TreeUnit>`
      select ${LINE(day)} from unit_parent p ${FACTS(day)}
      where p.valid @> ${day}::date and (p.unit_id = ${id} or p.parent_id = ${id}) order by c.code, n.plain_name, p.unit_id`,
  );
  const unit = rows.find((row) => row.id === id);
  if (!unit) return undefined;
  const [found] = await rowsOf(db, sql<{ above: Above[] }>`select ${aboveOf(sql`${id}::integer`, day)} as above`);
  return { unit, above: found?.above ?? [], under: rows.filter((row) => row.id !== id) };
}

/** From the root down to what stands right above; '[]' for a root. */
function aboveOf(id: ReturnType<typeof sql>, day: string) {
  return sql`(
    with recursive up as (
      select parent_id as id, 1 as step from unit_parent where unit_id = ${id} and valid @> ${day}::date
      union all select p.parent_id, up.step + 1 from up join unit_parent p on p.unit_id = up.id and p.valid @> ${day}::date where up.step < 20)
    select coalesce(json_agg(json_build_object('id', up.id, 'name', n.name) order by up.step desc), '[]')
    from up join unit_name n on n.unit_id = up.id and n.valid @> ${day}::date)`;
}

/** Units by a part of their name without marks or by their whole code: those that stand on the day, then those that have ended. Two queries. */
export async function searchUnits(db: ReadDb, day: string, query: string): Promise<FoundUnit[]> {
  const words = fold(query);
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const fits = (at: ReturnType<typeof sql>) => sql`((${words} <> '' and n.plain_name like ${like}) or exists (
    select from unit_code o where o.unit_id = p.unit_id and o.code = ${query} and ${at}))`;
  const standing = await rowsOf(
    db,
    sql<FoundUnit>`
      with hit as materialized (
        select p.unit_id, p.parent_id from unit_parent p join unit_name n on n.unit_id = p.unit_id and n.valid @> ${day}::date
        where p.valid @> ${day}::date and ${fits(sql`o.valid @> ${day}::date`)}
        order by n.plain_name <> ${words}, n.plain_name, p.unit_id limit ${MOST_FOUND})
      select ${LINE(day)}, ${aboveOf(sql`p.unit_id`, day)} as above, null as "endedOn", '[]'::json as successors
      from hit p ${FACTS(day)} order by n.plain_name <> ${words}, n.plain_name, c.code`,
  );
  const ended = await rowsOf(
    db,
    sql<FoundUnit>`
      with hit as materialized (
        select p.unit_id, p.parent_id, upper(p.valid) as ended_on from unit_parent p
          join unit_name n on n.unit_id = p.unit_id and n.valid @> (upper(p.valid) - 1)
        where upper(p.valid) <= ${day}::date and ${fits(sql`upper(o.valid) = upper(p.valid)`)}
          and not exists (select from unit_parent l where l.unit_id = p.unit_id and (upper(l.valid) is null or upper(l.valid) > upper(p.valid)))
        order by n.plain_name <> ${words}, n.plain_name, p.unit_id limit ${MOST_FOUND})
      select p.unit_id as id, c.code, n.name, k.kind, p.parent_id as "parentId", 0 as under, '[]'::json as above, p.ended_on as "endedOn",
        (select coalesce(json_agg(json_build_object('id', s.to_unit_id, 'name', sn.name) order by sn.name), '[]')
          from unit_succession s join unit_name sn on sn.unit_id = s.to_unit_id and sn.valid @> p.ended_on where s.from_unit_id = p.unit_id) as successors
      from hit p join unit_name n on n.unit_id = p.unit_id and n.valid @> (p.ended_on - 1)
        join unit_kind k on k.unit_id = p.unit_id and k.valid @> (p.ended_on - 1)
        left join unit_code c on c.unit_id = p.unit_id and c.valid @> (p.ended_on - 1)
      order by n.plain_name <> ${words}, n.plain_name`,
  );
  return [...standing, ...ended].slice(0, MOST_FOUND);
}

/** How many units of each level stood on a day. One query. */
async function countsOn(db: ReadDb, day: string): Promise<Record<Level, number>> {
  const rows = await rowsOf(
    db,
    sql<{ level: Level; count: number }>`
      select t.level, count(*)::integer as count from unit_kind k join unit_kind_type t on t.kind = k.kind
      where k.valid @> ${day}::date group by 1`,
  );
  return { province: 0, district: 0, commune: 0, ...Object.fromEntries(rows.map((row) => [row.level, row.count])) };
}

/** What the page of units shows for an address: the tree with its open branches, one branch, or what a search found. Three queries at most. */
export async function unitsPage(db: ReadDb, ctx: Context, address: URLSearchParams) {
  const asked = askedIn(address, dayOf(ctx.now));
  const branch = asked.branch === null ? undefined : await branchOn(db, asked.day, asked.branch);
  const found = !branch && asked.query ? await searchUnits(db, asked.day, asked.query) : null;
  const tree = !branch && !found ? await treeOn(db, asked.day, asked.open) : [];
  return {
    ...asked,
    isToday: asked.day === dayOf(ctx.now),
    branch,
    found,
    tree,
    counts: await countsOn(db, asked.day),
  };
}
