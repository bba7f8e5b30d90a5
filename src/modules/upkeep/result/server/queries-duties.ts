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
    select 'verify_result' as kind, x.cycle_id as id, count(*) as count, null as name, '' as whose, min(c.code) as where,
      min(x.claimed_at) as since, null::date as due_on
    from initiative i join result x on x.initiative_id = i.id and x.state = 'claimed' join cycle c on c.id = x.cycle_id
    where i.keeper_unit_id = any (array(select keeper_unit_id from ${ANSWER} where level = 'commune' and unit_id = any (${offices}::integer[])))
      and x.claimed_by is distinct from ${ctx.actor.id}::integer
    group by x.cycle_id`;
  return [{ lines, href: ({ id }) => `/office/results?cycle=${id}&state=claimed` }];
}
