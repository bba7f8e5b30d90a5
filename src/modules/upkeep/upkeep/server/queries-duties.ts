import { sql } from 'kysely';
import { officeUnits } from '#modules/initiatives/registration/policy-answers.ts';
import { ANSWER } from '#modules/initiatives/registration/server/queries-answers.ts';
import type { WaitingRow, WaitingSource } from '#modules/initiatives/registration/server/queries-waiting.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { REMINDED_DAYS } from '../rules.ts';
import { DUE_ON } from './queries.ts';

/**
 * Recognised models that the offices of this person keep, or that a unit kept which has ended in theirs, and that should be looked at again, from a month before their year is
 * over; nothing for who serves no office.
 */
export function waitingFor(ctx: Context): WaitingSource[] {
  const offices = officeUnits(ctx.actor);
  if (offices.length === 0) return [];
  const waiting = sql<WaitingRow>`
    select 'check_upkeep' as kind, r.id as registration_id, null::integer as draft_id, null::integer as cycle_id, null::text as level,
      ${DUE_ON} as due_on, coalesce(last.at, r.state_since) as since
    from initiative i
    cross join lateral (select r.id, d.decided_on as recognised_on, r.state_since from registration r join decision d on d.id = r.recognised_by
      where r.initiative_id = i.id and r.state = 'recognised' order by d.decided_on desc, r.id desc limit 1) r
    left join lateral (select u.standing, u.day, u.at from upkeep u where u.initiative_id = i.id order by u.id desc limit 1) last on true
    where i.keeper_unit_id = any (array(select keeper_unit_id from ${ANSWER} where level = 'commune' and unit_id = any (${offices}::integer[])))
      and ${DUE_ON} <= ${dayOf(ctx.now)}::date + ${sql.lit(REMINDED_DAYS)}
      and not (last.day is not null and last.day >= recognised_on and last.standing in ('stopped', 'revoked'))`;
  return [
    {
      waiting,
      hrefs: {
        check_upkeep: ({ initiativeId, bucket }, many) =>
          many
            ? `/office/upkeep?show=${bucket === 0 ? 'lapsed' : 'stock'}`
            : `/office/initiatives/${initiativeId}/upkeep`,
      },
    },
  ];
}
