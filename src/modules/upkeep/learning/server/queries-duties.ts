import { sql } from 'kysely';
import { officeUnits } from '#modules/initiatives/registration/policy-answers.ts';
import { ANSWER } from '#modules/initiatives/registration/server/queries-answers.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { askersOf } from '../policy.ts';

/**
 * Requests to learn that wait for an answer of whoever the model is: its registrant, the office of the unit that keeps it; and
 * visits that who asked is to make. A line each.
 */
export function learningLines(ctx: Context): LineSource[] {
  if (askersOf(ctx.actor).length === 0) return [];
  const offices = officeUnits(ctx.actor);
  const registrants = sql`any (${[...ctx.scope.registrants]}::integer[])`;
  const kept = sql`i.keeper_unit_id = any (array(select keeper_unit_id from ${ANSWER}
    where level = 'commune' and unit_id = any (${offices}::integer[])))`;
  const lines = sql<LineRow>`
    select 'answer_learner' as kind, l.id, 1 as count, l.name, l.asker as whose, '' as where, l.asked_at as since,
      (l.asked_at at time zone 'Asia/Ho_Chi_Minh')::date + 14 as due_on
    from learning l join initiative i on i.id = l.initiative_id
    where l.state = 'asked' and (i.registrant_id = ${registrants} ${offices.length > 0 ? sql`or ${kept}` : sql``})
    union all
    select 'visit_model', l.id, 1, l.name, l.mentor, l.place, l.answered_at, l.visit_on from learning l
    where l.state = 'welcomed' and l.visit_on >= ${dayOf(ctx.now)}::date
      and (l.asker_registrant_id = ${registrants} or (l.asker_registrant_id is null and l.asker_unit_id = any (${offices}::integer[])))`;
  return [{ lines, href: ({ id }) => `/office/learning/${id}` }];
}
