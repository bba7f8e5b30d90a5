import fc from 'fast-check';
import pg from 'pg';

/** Facts a registration may carry; each depth contains the ones before: sent, carried out, recognised, outstanding, commended. */
type Depth = 0 | 1 | 2 | 3 | 4 | 5;
const OPEN = [
  'submitted',
  'returned',
  'recalled',
  'accepted',
  'self_assessed',
  'proposed',
  'deferred',
  'carried_over',
  'not_recognised',
  'withdrawn',
] as const;

/** One statement that somebody might send, alone or for many models at once. */
export type Step =
  | { do: 'enter'; models: number[]; cycle: number; level: string; unit: number; sector: number | null; field: number }
  | { do: 'mark'; models: number[]; cycle: number; level: string | null; depth: Depth; state: string }
  | { do: 'annul'; models: number[]; cycle: number; level: string | null }
  | { do: 'move'; models: number[]; unit: number; keeper: number; field: number; subject: string }
  | { do: 'fold' };

export interface World {
  units: number[];
  cycles: number[];
  fields: number[];
  sectors: number[];
  levels: string[];
}

const MODELS = 7;

/** Steps over a few models, so that they meet again and again in different cycles and levels. */
export function steps(world: World, maxLength = 14): fc.Arbitrary<Step[]> {
  const models = fc.uniqueArray(fc.integer({ min: 1, max: MODELS }), { minLength: 1, maxLength: MODELS });
  const cycle = fc.constantFrom(...world.cycles);
  const level = fc.constantFrom(...world.levels);
  const unit = fc.constantFrom(...world.units);
  const field = fc.constantFrom(...world.fields);
  const sector = fc.constantFrom(null, ...world.sectors);
  const enter = fc.record({ do: fc.constant('enter' as const), models, cycle, level, unit, sector, field });
  const mark = fc.record({
    do: fc.constant('mark' as const),
    models,
    cycle,
    level: fc.option(level),
    depth: fc.constantFrom<Depth>(0, 1, 2, 3, 4, 5),
    state: fc.constantFrom(...OPEN),
  });
  const annul = fc.record({ do: fc.constant('annul' as const), models, cycle, level: fc.option(level) });
  const subject = fc.constantFrom('collective', 'individual');
  const move = fc.record({ do: fc.constant('move' as const), models, unit, keeper: unit, field, subject });
  const fold = fc.record({ do: fc.constant('fold' as const) });
  const oneOf = fc.oneof({ weight: 5, arbitrary: enter }, { weight: 5, arbitrary: mark }, annul, move, fold);
  return fc.array(oneOf, { minLength: 1, maxLength });
}

/** A connection as the owner that has a clean sheet of models 1…7 and one decision a cycle (id = the cycle's). */
export async function openWork(url: string, world: World): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set kheo.scope_all = 'on'`);
  await client.query(
    `insert into sector (id, code, name_vi, name_en, position)
      select id, 's' || id, 'Hệ thống ' || id, 'Sector ' || id, id from unnest($1::integer[]) id`,
    [world.sectors],
  );
  await client.query(
    `insert into decision (id, kind, number, decided_on, cycle_id, level, unit_id, created_at)
      select id, 'recognition', 'QĐ ' || id, '2026-01-01', id, $2, $3, now() from unnest($1::integer[]) id`,
    [world.cycles, world.levels[0], world.units[0]],
  );
  await clear(client, world);
  return client;
}

/** Takes away every registration and its counts. */
export async function clear(client: pg.Client, world: World): Promise<void> {
  await client.query(`delete from registration; delete from initiative_version; delete from initiative;
    delete from registration_count_cell; delete from registration_count_delta`);
  await client.query(
    `with i as (insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
        select n, 'M-' || n, 'Mô hình ' || n, $1, $1, 1, $2, 'collective', now() from generate_series(1, $3::integer) n returning id)
      insert into initiative_version (id, initiative_id, number, name, created_at) select id, id, 1, 'Mô hình ' || id, now() from i`,
    [world.units[0], world.fields[0], MODELS],
  );
}

/** Does one step in one statement. */
export async function take(client: pg.Client, step: Step): Promise<void> {
  if (step.do === 'fold') await client.query('select fold_registration_count()');
  else if (step.do === 'enter') {
    await client.query(
      `insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, sector_id,
          field_id, subject, state, submitted_on, register_key, plain_text, name, state_since)
        select m, m, $2, $3, $4, $4, 1, $5, $6, 'collective', 'submitted', '2026-01-01', 'k', 't', 'Mô hình ' || m, now()
        from unnest($1::integer[]) m on conflict do nothing`,
      [step.models, step.cycle, step.level, step.unit, step.sector, step.field],
    );
  } else if (step.do === 'mark') {
    const { models, cycle, level, depth } = step;
    const state = depth >= 3 ? 'recognised' : step.state;
    await client.query(
      `update registration set state = $4,
          submitted_on = case when $5 >= 1 then date '2026-01-01' end, carried_out_on = case when $5 >= 2 then date '2026-02-01' end,
          recognised_by = case when $5 >= 3 then cycle_id end, outstanding_by = case when $5 >= 4 then cycle_id end,
          commended_by = case when $5 >= 5 then cycle_id end
        where initiative_id = any ($1) and cycle_id = $2 and ($3::text is null or level = $3) and state <> 'annulled'`,
      [models, cycle, level, state, depth],
    );
  } else if (step.do === 'annul') {
    await client.query(
      `update registration set state = 'annulled' where initiative_id = any ($1) and cycle_id = $2 and ($3::text is null or level = $3)`,
      [step.models, step.cycle, step.level],
    );
  } else {
    await client.query(
      'update registration set unit_id = $2, keeper_unit_id = $3, field_id = $4, subject = $5 where initiative_id = any ($1)',
      [step.models, step.unit, step.keeper, step.field, step.subject],
    );
  }
}
