import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { STANDARD_SECTORS } from '../rules.ts';

/** Writes the standard sector systems into a place that has none. Answers how many were written. */
export async function insertStandardSectors(tx: WriteDb): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into sector (code, name_vi, name_en, position)
    select s.code, s.name_vi, s.name_en, s.position
    from rows from (jsonb_to_recordset(${JSON.stringify(STANDARD_SECTORS)}::jsonb) as (code text, name_vi text, name_en text))
      with ordinality as s (code, name_vi, name_en, position)
    where not exists (select from sector)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** From a day on a unit belongs to a sector, or (null) to none; what was said of later days is taken back. Dates end, they are not rewritten. */
export async function setUnitSector(tx: WriteDb, unitId: number, sectorId: number | null, from: string): Promise<void> {
  await sql`delete from unit_sector where unit_id = ${unitId} and lower(valid) >= ${from}::date`.execute(tx);
  await sql`update unit_sector set valid = daterange(lower(valid), ${from}::date) where unit_id = ${unitId} and valid @> ${from}::date`.execute(
    tx,
  );
  if (sectorId !== null)
    await sql`insert into unit_sector (unit_id, sector_id, valid) values (${unitId}, ${sectorId}, daterange(${from}::date, null))`.execute(
      tx,
    );
}
