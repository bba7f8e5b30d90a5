import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Level, Unit } from '../rules.ts';

interface UnitRow {
  id: number;
  code: string | null;
  name: string;
  kind: string;
  level: Level;
  parent_id: number | null;
  path: string;
}

const toUnit = (row: UnitRow): Unit => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  level: row.level,
  parentId: row.parent_id,
  path: row.path,
});

/** Every unit that stands on `day` (`yyyy-mm-dd`), in the order of its place in the tree and its code. */
export async function unitsOn(db: ReadDb, day: string): Promise<Unit[]> {
  const rows = await rowsOf(
    db,
    sql<UnitRow>`
    select id, code, name, kind, level, parent_id, path_today::text as path
    from units_on(${day}::date) order by nlevel(path_today), code, id`,
  );
  return rows.map(toUnit);
}

/** One unit by its official code on a day; a code means nothing without one. */
export async function unitByCode(db: ReadDb, code: string, day: string): Promise<Unit | undefined> {
  const rows = await rowsOf(
    db,
    sql<UnitRow>`
    select id, code, name, kind, level, parent_id, path_today::text as path
    from units_on(${day}::date) where code = ${code}`,
  );
  return rows[0] && toUnit(rows[0]);
}

/** One unit by its identity, as it stood on a day. */
export async function unitById(db: ReadDb, id: number, day: string): Promise<Unit | undefined> {
  const rows = await rowsOf(
    db,
    sql<UnitRow>`
    select id, code, name, kind, level, parent_id, path_today::text as path
    from units_on(${day}::date) where id = ${id}`,
  );
  return rows[0] && toUnit(rows[0]);
}

/** Units that stood on one of some days but not on `day`, as they were on the last of those days. */
export async function formerUnits(db: ReadDb, days: readonly string[], day: string): Promise<Unit[]> {
  const rows = await rowsOf(
    db,
    sql<UnitRow>`
    select * from (
      select distinct on (id) id, code, name, kind, level, parent_id, path_today::text as path
      from unnest(${[...days]}::date[]) stood cross join lateral units_on(stood)
      where id not in (select id from units_on(${day}::date)) order by id, stood desc) former
    order by code, id`,
  );
  return rows.map(toUnit);
}

/** For every unit, the one that stood at its place on a day; null where that is not certain. */
export async function unitsAt(db: ReadDb, day: string): Promise<Map<number, number | null>> {
  const rows = await rowsOf(
    db,
    sql<{ id: number; at: number | null }>`select id, at_id as at from units_at(${day}::date)`,
  );
  return new Map(rows.map((row) => [row.id, row.at]));
}
