import type pg from 'pg';
import { growPlaces } from './grow-places.ts';
import { onDatabase } from './sql.ts';

/** The year whose rows are copied into the years that the demo lacks and in which its units stood. */
const MODEL_YEAR = 2019;
const NEW_YEARS = [2012, 2013, 2014, 2015, 2016, 2017, 2020, 2021, 2022, 2023, 2024];

/**
 * Grows the demo at `url` to so many registrations, 300 units and 200 accounts: further years, each a copy of 2019 with about
 * half of its models at a new commune, published nowhere. Set-based and without chance. A place that is grown is left as it is.
 */
export async function grow(url: string, rows: number, say: (line: string) => void): Promise<void> {
  await onDatabase(url, async (client) => {
    const missing = rows - (await countOf(client, 'registration'));
    if (missing <= 0) return;
    await client.query('begin');
    await growPlaces(client);
    await client.query(SOURCE, [MODEL_YEAR]);
    const yearly = await countOf(client, 'source');
    for (const [at, year] of NEW_YEARS.entries()) {
      const wanted =
        Math.round((missing * (at + 1)) / NEW_YEARS.length) - Math.round((missing * at) / NEW_YEARS.length);
      say(`${year}: ${wanted} registrations`);
      await client.query(CYCLE, [year - MODEL_YEAR, MODEL_YEAR]);
      for (let left = wanted; left > 0; left -= yearly) await copyYear(client, year, Math.min(left, yearly));
    }
    await client.query('select fold_registration_count()');
    await continueIds(client);
    await client.query('commit');
    await client.query('vacuum analyze');
  });
}

/** Ids were given by hand: every sequence goes on after them. */
async function continueIds(client: pg.Client): Promise<void> {
  const tables = [
    'unit',
    'registrant',
    'person',
    'appointment',
    'cycle',
    'decision',
    'initiative',
    'initiative_version',
    'registration',
    'appraisal',
  ];
  for (const table of tables)
    await client.query(`select setval(pg_get_serial_sequence($1, 'id'), max(id)) from ${table}`, [table]);
}

async function countOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
  return rows[0]?.n ?? 0;
}

// What is copied, with the unit and registrant that a copy gets.
const SOURCE = `
  create temp table source on commit drop as
    select r.*, i.code, row_number() over (order by r.initiative_id, r.id) as place,
      dense_rank() over (order by r.initiative_id) as model,
      coalesce(t.new_id, r.unit_id) as to_unit, coalesce(g.id, r.registrant_id) as to_registrant
    from registration r join initiative i on i.id = r.initiative_id join cycle c on c.id = r.cycle_id
    join registrant was on was.id = r.registrant_id
    left join twin t on t.old_id = r.unit_id and r.initiative_id % 2 = 1
    left join registrant g on g.unit_id = t.new_id and g.plain_name = was.plain_name and g.subject = was.subject
    where c.year = $1 and r.state <> 'annulled'`;

const CYCLE = `
  with made as (
    insert into cycle (movement_id, phase_id, code, year, reference_day, opens_on)
    select movement_id, phase_id, (year + $1::integer)::text, year + $1::integer,
      case when $1::integer < 0 then '2019-01-01' else reference_day + make_interval(years => $1::integer) end,
      opens_on + make_interval(years => $1::integer)
    from cycle where year = $2 returning id)
  insert into cycle_level (cycle_id, level, register_due_on, appraise_due_on)
  select made.id, level, register_due_on + make_interval(years => $1::integer), appraise_due_on + make_interval(years => $1::integer)
  from made, cycle_level l where l.cycle_id = (select id from cycle where year = $2)`;

/** Copies the first `most` rows of the source into a year; ids go on after the highest. */
async function copyYear(client: pg.Client, year: number, most: number): Promise<void> {
  const values = [year, most, year - MODEL_YEAR];
  await client.query(
    `create temp table copy on commit drop as
      select s.*, (select id from cycle where year = $1) as to_cycle, (select max(id) from initiative) + model::integer as to_model,
        (select max(id) from initiative_version) + model::integer as to_version, (select max(id) from registration) + place::integer as to_id,
        (select max(id) from decision) + d.nr as to_decision
      from source s left join (select id, (row_number() over (order by id))::integer as nr from decision) d on d.id = s.recognised_by
      where place <= $2`,
    values.slice(0, 2),
  );
  for (const [text, ...which] of COPIES)
    await client.query(
      text,
      which.map((at) => values[at]),
    );
  await client.query('drop table copy');
}

// A sixth figure is one more, not one cut off.
const NUMBER = `lpad(to_model::text, greatest(5, length(to_model::text)), '0')`;
const CODE = `'KG-' || $1::text || '-' || ${NUMBER}`;
const LATER = 'make_interval(years => $1::integer)';

// Each statement with the places of its values among year, most and the years between.
const COPIES: [text: string, ...values: number[]][] = [
  [
    `insert into decision (id, kind, number, decided_on, signer, signer_post, cycle_id, level, unit_id, created_at)
      select distinct to_decision, d.kind, d.number || '/' || to_decision, d.decided_on + ${LATER}, d.signer, d.signer_post, to_cycle, d.level,
        d.unit_id, d.created_at + ${LATER}
      from copy join decision d on d.id = recognised_by`,
    2,
  ],
  [
    `insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, sector_id, field_id, subject, created_at)
      select distinct on (to_model) to_model, ${CODE}, name, to_unit, to_unit, to_registrant, sector_id, field_id, subject, state_since
      from copy order by to_model`,
    0,
  ],
  [
    `insert into initiative_version (id, initiative_id, number, name, reason, objectives, content, place, forces, resources, outputs, sustaining, programmes, created_at)
      select distinct on (to_version) to_version, to_model, 1, v.name, v.reason, v.objectives, v.content, v.place, v.forces, v.resources, v.outputs,
        v.sustaining, v.programmes, v.created_at
      from copy c join initiative_version v on v.id = c.version_id order by to_version`,
  ],
  [
    `insert into registration (id, initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, place_unit_id, registrant_id, sector_id,
        field_id, subject, state, submitted_on, carried_out_on, recognised_by, register_key, plain_text, name, version, state_since)
      select to_id, to_model, to_version, to_cycle, level, to_unit, to_unit, to_unit, to_registrant, sector_id, field_id, subject, state,
        submitted_on + ${LATER}, carried_out_on + ${LATER}, to_decision, register_key,
        replace(plain_text, replace(lower(code), '-', ' '), 'kg ' || $2::text || ' ' || ${NUMBER}), name, version,
        state_since + ${LATER}
      from copy order by to_id`,
    2,
    0,
  ],
  [
    `insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
      select to_id, e.act, e.state, e.reason, e.actor_id, e.actor_name, e.at + ${LATER}
      from copy c join registration_event e on e.registration_id = c.id order by e.id`,
    2,
  ],
  [
    `insert into appraisal (registration_id, unit_id, appraiser_id, appraiser_name, verdict, reason, met, asked, at)
      select to_id, a.unit_id, a.appraiser_id, a.appraiser_name, a.verdict, a.reason, a.met, a.asked, a.at + ${LATER}
      from copy c join appraisal a on a.registration_id = c.id order by a.id`,
    2,
  ],
];
