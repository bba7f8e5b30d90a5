import { sql } from 'kysely';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { servingUnits } from '../policy.ts';

/** What was launched from above and a unit of the person's has not opened yet: a line each. */
export function launchLines(ctx: Context): LineSource[] {
  const units = servingUnits(ctx.actor);
  if (units.length === 0) return [];
  const lines = sql<LineRow>`
    select 'read_launch' as kind, l.id, 1 as count, l.title as name, '' as whose,
      coalesce(${nameUntil(sql`l.unit_id`, dayOf(ctx.now))}, '') as where, l.launched_at as since, null::date as due_on
    from launch l join unit sender on sender.id = l.unit_id
    where l.taken_back_at is null and exists (select from unit own
      where own.id = any (${units}::integer[]) and own.path_today <@ sender.path_today and own.id <> sender.id
        and not exists (select from launch_opening o where o.launch_id = l.id and o.unit_id = own.id))`;
  return [{ lines, href: ({ id }) => `/office/movement/launches/${id}` }];
}
