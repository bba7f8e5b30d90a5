import type pg from 'pg';

const UNITS = 300;
const ACCOUNTS = 200;

// Each new commune stands beside an old one, of which it has kind, parent and registrants.
const COMMUNES = `
  create temp table twin on commit drop as
    with numbered as (select u.*, row_number() over (order by u.id) as n from units_on('2019-12-31') u where u.level = 'commune')
    select n, id as old_id, (select max(id) from unit) + n::integer as new_id, name, plain_name, kind, parent_id,
      subpath(path_today, 0, -1) || ((select max(id) from unit) + n)::text as path
    from numbered where n <= $1::integer - (select count(*) from unit)`;

const ROWS = [
  'insert into unit (id, path_today) select new_id, path from twin',
  `insert into unit_name (unit_id, name, plain_name, valid)
    select new_id, name || ' Mới', plain_name || ' moi', '[2019-01-01,)' from twin`,
  `insert into unit_code (unit_id, code, valid) select new_id, '7' || lpad(n::text, 4, '0'), '[2019-01-01,)' from twin`,
  `insert into unit_kind (unit_id, kind, valid) select new_id, kind, '[2019-01-01,)' from twin`,
  `insert into unit_parent (unit_id, parent_id, valid) select new_id, parent_id, '[2019-01-01,)' from twin`,
  `insert into registrant (subject, name, plain_name, unit_id, sector_id)
    select g.subject, g.name, g.plain_name, t.new_id, g.sector_id from registrant g join twin t on t.old_id = g.unit_id order by g.id`,
];

// Officers of communes, all with the password that the demo's accounts have.
const PEOPLE = `
  with place as (select id, row_number() over (order by id) as n from units_on('2019-12-31') where level = 'commune'),
  made as (
    insert into person (id, full_name, unit_id)
    select (select max(id) from person) + n, 'Cán bộ ' || n, id from place where n <= $1::integer - (select count(*) from account)
    returning id, unit_id),
  entered as (
    insert into account (person_id, username, password_hash)
    select id, 'can-bo-' || id, (select password_hash from account order by person_id limit 1) from made)
  insert into appointment (id, person_id, role, unit_id, valid)
  select (select max(id) from appointment) + row_number() over (order by id), id, 'commune_officer', unit_id, '[2019-01-01,)' from made`;

/** More communes and officers, up to 300 units and 200 accounts; `twin` then tells which commune stands beside which. */
export async function growPlaces(client: pg.Client): Promise<void> {
  await client.query(COMMUNES.replace('$1', String(UNITS)));
  for (const statement of ROWS) await client.query(statement);
  await client.query(`select setval(pg_get_serial_sequence('unit', 'id'), (select max(id) from unit))`);
  await client.query(PEOPLE.replace('$1', String(ACCOUNTS)));
}
