import { sql } from 'kysely';
import type pg from 'pg';
import type { WriteDb } from '#platform/server/context.ts';
import { COUNTED } from './queries-recount.ts';

/** Adds up what statements have inserted since the last fold; answers how many rows went into the cells. */
export async function fold(tx: WriteDb): Promise<number> {
  const { rows } = await sql<{ folded: number }>`select fold_registration_count() as folded`.execute(tx);
  return rows[0]?.folded ?? 0;
}

/**
 * Makes every counter anew from the rows, while nobody can write a registration; answers how many cells there are. Asked by
 * the database's owner, since the application may not write counters.
 */
export async function recount(client: pg.ClientBase): Promise<number> {
  await client.query(`begin; set local kheo.scope_all = 'on'`);
  try {
    await client.query('lock table registration in share mode');
    await client.query('delete from registration_count_delta');
    await client.query('delete from registration_count_cell');
    const { rowCount } = await client.query(`${COUNTED}
      insert into registration_count_cell
        select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
          sum(registered), sum(carried_out), sum(recognised), sum(outstanding), sum(commended)
        from counted group by 1, 2, 3, 4, 5, 6, 7`);
    await client.query('commit');
    return rowCount ?? 0;
  } catch (failure) {
    await client.query('rollback').catch(() => {});
    throw failure;
  }
}
