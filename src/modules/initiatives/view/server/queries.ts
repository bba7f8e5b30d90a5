import { sql } from 'kysely';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { SavedView } from '../rules.ts';

/** The reader's own views, and then those that others share within a unit of theirs, each by name. */
export async function listViews(db: ReadDb, ctx: Context): Promise<SavedView[]> {
  return rowsOf(
    db,
    sql<SavedView>`
      select v.id, v.name, v.address, v.is_default and v.person_id = ${ctx.actor.id} as "isDefault", v.unit_id is not null as shared,
        case when v.person_id = ${ctx.actor.id} then null else coalesce(p.full_name, '') end as owner
      from saved_view v left join person p on p.id = v.person_id
      where v.person_id = ${ctx.actor.id} or v.unit_id is not null
      order by v.person_id <> ${ctx.actor.id}, v.name collate "vi-x-icu", v.id`,
  );
}
