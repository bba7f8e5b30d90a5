import { sql } from 'kysely';
import { officeUnits } from '#modules/initiatives/registration/policy-answers.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import { type Context, dayOf } from '#platform/server/context.ts';

/** Lists of the person's own office that were read in and neither written nor discarded yet: a line each. */
export function receivedLines(ctx: Context): LineSource[] {
  const offices = officeUnits(ctx.actor);
  if (offices.length === 0) return [];
  const lines = sql<LineRow>`
    select 'write_register' as kind, b.id, 1 as count, b.file_name as name, '' as whose,
      coalesce((select n.name from unit_name n where n.unit_id = b.unit_id and lower(n.valid) <= ${dayOf(ctx.now)}::date
        order by n.valid desc limit 1), '') as where, b.created_at as since, null::date as due_on
    from import_batch b where b.state = 'received' and b.unit_id = any (${offices}::integer[])`;
  return [{ lines, href: ({ id }) => `/office/registers/${id}` }];
}
