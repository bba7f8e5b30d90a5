import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import type { Outline } from '../rules.ts';

/** Writes the outlines of these units in place of any that they had; answers how many had one. One statement. */
export async function replaceBoundaries(
  tx: WriteDb,
  boundaries: readonly { unitId: number; outline: Outline }[],
): Promise<number> {
  const { rows } = await sql<{ replaced: number }>`
    with given as (select (each->>'unitId')::integer as unit_id, each->'outline' as geometry
        from jsonb_array_elements(${JSON.stringify(boundaries)}::jsonb) each),
      there as (select count(*) as count from unit_boundary join given using (unit_id)),
      written as (insert into unit_boundary (unit_id, geometry) select unit_id, geometry from given
        on conflict (unit_id) do update set geometry = excluded.geometry)
    select count::integer as replaced from there`.execute(tx);
  return rows[0]?.replaced ?? 0;
}
