import { sql } from 'kysely';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { Context, ReadDb, WriteDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Columns } from '../rules-read.ts';

/** How an office has read the columns under some headings before, by heading; one query. */
export async function rememberedFor(db: ReadDb, unitId: number, headings: readonly string[]): Promise<Columns> {
  const rows = await rowsOf(
    db,
    sql<{ heading: string; columns: Mapping }>`
      select heading, columns from import_mapping where unit_id = ${unitId} and heading = any (${[...headings]}::text[])`,
  );
  return Object.fromEntries(rows.map(({ heading, columns }) => [heading, columns]));
}

/** Remembers how an office reads the columns under a heading; the latest holds. */
export async function remember(
  tx: WriteDb,
  ctx: Context,
  { unitId, heading, columns }: { unitId: number; heading: string; columns: Mapping },
): Promise<void> {
  const saved = {
    columns: JSON.stringify(columns),
    saved_by: ctx.actor.id,
    saved_by_name: ctx.actor.name,
    saved_at: ctx.now,
  };
  await sql`
    insert into import_mapping (unit_id, heading, columns, saved_by, saved_by_name, saved_at)
    values (${unitId}, ${heading}, ${saved.columns}::jsonb, ${saved.saved_by}, ${saved.saved_by_name}, ${saved.saved_at})
    on conflict (unit_id, md5(heading)) do update set columns = excluded.columns, saved_by = excluded.saved_by,
      saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at`.execute(tx);
}
