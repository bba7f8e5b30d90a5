import type { Check } from '#platform/server/database-fit.ts';

const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
const named = (ids: string) =>
  `coalesce((select n.name from unit_name n where n.unit_id = ${ids} order by n.valid desc limit 1), ${ids}::text)`;

/** A check by a query whose rows are what is wrong, each by a name; the sentence ends with the first of them. */
const noneOf = (name: string, query: string, say: (names: string, count: number) => string, warns = false): Check => ({
  name,
  ...(warns && { warns }),
  async run(client) {
    const { rows } = await client.query<{ name: string }>(`${query} limit 6`);
    const names = rows.map((row) => row.name);
    return names.length === 0
      ? null
      : say(`${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`, names.length);
  },
});

const UNTIL_MENDED = 'Take the reorganisation back that left it so, or correct it by another.';

/** What holds for the tree of units on every day; asked as the database's owner. */
export const unitChecks: Check[] = [
  noneOf(
    'units: parents',
    `select distinct ${named('p.unit_id')} as name from unit_parent p
     where p.parent_id is not null and not coalesce((select range_agg(k.valid) from unit_kind k where k.unit_id = p.parent_id) @> p.valid, false)`,
    (names) => `These stand under a unit on days on which it does not stand: ${names}. ${UNTIL_MENDED}`,
  ),
  noneOf(
    'units: loops',
    `select ${named('u.id')} as name from unit u where not exists (select from unit_paths(${TODAY}) p where p.id = u.id)`,
    (names) => `These hang under no root today: ${names}. ${UNTIL_MENDED}`,
  ),
  noneOf(
    'units: gaps',
    `select ${named('u.id')} as name from unit u
     left join (select unit_id, range_agg(valid) as days from unit_name group by 1) n on n.unit_id = u.id
     left join (select unit_id, range_agg(valid) as days from unit_kind group by 1) k on k.unit_id = u.id
     left join (select unit_id, range_agg(valid) as days from unit_parent group by 1) p on p.unit_id = u.id
     left join (select unit_id, range_agg(valid) as days from unit_code group by 1) c on c.unit_id = u.id
     where n.days is distinct from k.days or p.days is distinct from k.days or not coalesce(c.days <@ k.days, true)`,
    (names) => `Names, kinds, parents and codes are not of the same days: ${names}. ${UNTIL_MENDED}`,
  ),
  {
    name: 'units: overlaps',
    async run(client) {
      const { rows } = await client.query<{ table: string }>(
        `select t as table from unnest(array['unit_name', 'unit_code', 'unit_kind', 'unit_parent']) t
         where not exists (select from pg_constraint c where c.conrelid = t::regclass and c.contype = 'x' and c.convalidated)`,
      );
      const open = rows.map((row) => row.table);
      return open.length === 0
        ? null
        : `Nothing keeps two facts of a day apart in ${open.join(', ')}. Restore the constraints of db/schema.sql.`;
    },
  },
  noneOf(
    'units: paths',
    `select ${named('u.id')} as name from unit u join unit_paths(${TODAY}) p on p.id = u.id where p.path <> u.path_today`,
    (names) =>
      `These hang elsewhere than they should today: ${names}. Start a worker: its nightly job puts them right.`,
  ),
  noneOf(
    'units: one province',
    `select name from (select ${named('p.unit_id')} as name, count(*) over () as roots from unit_parent p
     where p.parent_id is null and p.valid @> ${TODAY} order by p.unit_id) root where roots > 1`,
    (names) =>
      `Several units have none above them: ${names}. That is as it should be only where several provinces share a place.`,
    true,
  ),
];
