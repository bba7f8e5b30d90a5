import { sql } from 'kysely';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import type { Context } from '#platform/server/context.ts';

/** Models that this person was asked to read blind: one line that says how many, and nothing of any. */
export function blindLines(ctx: Context): LineSource[] {
  if (ctx.actor.id === null) return [];
  const lines = sql<LineRow>`
    select 'read_blind' as kind, min(v.id) as id, count(*) as count, null as name, '' as whose, '' as where, min(v.at) as since,
      null::date as due_on
    from review v where v.id = any ((select blind_waiting())::integer[]) having count(*) > 0`;
  return [{ lines, href: ({ id }) => `/office/appraisals/blind/${id}` }];
}
