import { sql } from 'kysely';
import { officeUnits } from '#modules/initiatives/registration/policy-answers.ts';
import { ANSWER } from '#modules/initiatives/registration/server/queries-answers.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import type { Context } from '#platform/server/context.ts';

/** Results claimed of models that the offices of this person keep, by others than them: a line for each year. */
export function claimedLines(ctx: Context): LineSource[] {
  const offices = officeUnits(ctx.actor);
  if (offices.length === 0) return [];
  const lines = sql<LineRow>`
    select 'verify_result' as kind, w.cycle_id as id, w.count, null as name, '' as whose, c.code as where, w.since, null::date as due_on
    from results_waiting(array(select keeper_unit_id from ${ANSWER} where level = 'commune' and unit_id = any (${offices}::integer[]))) w
      join cycle c on c.id = w.cycle_id`;
  return [{ lines, href: ({ id }) => `/office/results?cycle=${id}&state=claimed` }];
}
