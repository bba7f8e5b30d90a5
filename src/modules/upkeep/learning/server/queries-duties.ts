import { sql } from 'kysely';
import { officeUnits } from '#modules/initiatives/registration/policy-answers.ts';
import { ANSWER } from '#modules/initiatives/registration/server/queries-answers.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import type { Context } from '#platform/server/context.ts';
import { askersOf } from '../policy.ts';

/**
 * Requests to learn that wait for an answer of whoever the model is: its registrant, the office of the unit that keeps it; and
 * visits that who asked is to make. A line each.
 */
export function learningLines(ctx: Context): LineSource[] {
  if (askersOf(ctx.actor).length === 0) return [];
  const offices = officeUnits(ctx.actor);
  const keepers =
    offices.length > 0
      ? sql`array(select keeper_unit_id from ${ANSWER} where level = 'commune' and unit_id = any (${offices}::integer[]))`
      : sql`'{}'::integer[]`;
  const lines = sql<LineRow>`
    select kind, id, 1 as count, name, whose, place as where, since, due_on
    from learnings_waiting(${keepers}, ${offices}::integer[])`;
  return [{ lines, href: ({ id }) => `/office/learning/${id}` }];
}
