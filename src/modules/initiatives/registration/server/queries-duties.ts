import { sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import { dayBack } from '#modules/initiatives/deferral/server/queries.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { keptWork, officeUnits } from '../policy-answers.ts';
import { ANSWER, answeredOrKept } from './queries-answers.ts';
import type { Href, WaitingRow, WaitingSource } from './queries-waiting.ts';

/**
 * What waits for this person before appraisal: their drafts; what was sent back or recalled and what is to be
 * self-assessed, for their registrants (an office, and who serves a sector, do it for those who have no account); and, for an office,
 * what was sent in at its level and what was deferred and comes back; for those who oversee everything without an office, what is overdue.
 */
export function waitingFor(ctx: Context): WaitingSource {
  const today = dayOf(ctx.now);
  const offices = officeUnits(ctx.actor);
  const waitingAt = sql`registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level ${clockJoins()}`;
  const bySector =
    ctx.scope.sectors.length + ctx.scope.sectorsKept.length > 0
      ? sql`or ((sector_at(r.sector_id, r.keeper_unit_id) in (select unnest(scope_sector_units()))
          or sector_at(r.sector_id, r.keeper_unit_id) = any ((select scope_sector_kept())::bigint[]))
        and not has_own_account(r.registrant_id, ${today}::date))`
      : sql``;
  const mine = sql`(r.registrant_id = any (${[...ctx.scope.registrants]}::integer[])
    or (r.keeper_unit_id = any (${offices}::integer[]) and not exists (
      select from appointment held where held.registrant_id = r.registrant_id and held.valid @> ${today}::date)) ${bySector})`;
  const drafts = sql`
    select 'continue_draft' as kind, null::integer as registration_id, d.id as draft_id, nullif((d.content ->> 'cycleId')::integer, 0) as cycle_id,
      null::text as level, (select min(l.register_due_on) from cycle_level l where l.cycle_id = (d.content ->> 'cycleId')::integer
        and (d.content -> 'levels' = '[]'::jsonb or d.content -> 'levels' ? l.level)) as due_on, d.updated_at as since
    from draft d where d.owner_id = ${ctx.actor.id}::integer and d.subject_id is null`;
  const own = sql`
    select case when r.state = 'accepted' then 'self_assess' else 'send_again' end, r.id, null, r.cycle_id, r.level,
      ${dueOn()}, r.state_since
    from ${waitingAt}
    where r.state in ('accepted', 'returned', 'recalled') and ${mine}`;
  const arrived = sql`
    select 'accept', r.id, null, r.cycle_id, r.level, ${dueOn()}, r.state_since
    from ${waitingAt}
    where r.state = 'submitted' and ${answeredOrKept(sql`(select * from ${ANSWER} where unit_id = any (${offices}::integer[])) office`, keptWork(ctx.actor, 'office'))}`;
  const overdue = sql`
    select 'follow_up', r.id, null, r.cycle_id, r.level, ${dueOn()}, r.state_since
    from ${waitingAt}
    where r.state in ('submitted', 'self_assessed', 'proposed') and ${dueOn()} < ${today}::date`;
  // What a person cannot have is left out of the text: a plan that is kept for everyone would look for it each time.
  const branches = [drafts, own];
  if (offices.length > 0) branches.push(arrived, comingBack(ctx, offices));
  else if (ctx.scope.all) branches.push(overdue);
  const waiting = sql<WaitingRow>`${sql.join(branches, sql` union all `)}`;
  const hrefs = { continue_draft: toDrafts, send_again: to('returned'), self_assess: to('accepted') };
  return { waiting, hrefs: { ...hrefs, accept: to('submitted'), resume: to('deferred'), follow_up: to('open') } };
}

/** What was deferred, from the day on which it comes back. */
function comingBack(ctx: Context, offices: readonly number[]) {
  const office = sql`(select * from ${ANSWER} where unit_id = any (${[...offices]}::integer[])) office`;
  return sql`
    select 'resume', r.id, null, r.cycle_id, r.level, back.day, r.state_since
    from registration r join deferral d on d.registration_id = r.id cross join lateral (${dayBack(sql`d.comes_back_on`)}) back
    where r.state = 'deferred' and back.day <= ${dayOf(ctx.now)}::date and ${answeredOrKept(office, keptWork(ctx.actor, 'office'))}`;
}

const toDrafts: Href = (row, many) => (many ? '/office/drafts' : `/office/drafts/${row.draftId}`);

const to =
  (state: string): Href =>
  (row, many) =>
    many
      ? `/office/initiatives?state=${state}&cycle=${row.cycleId}&level=${row.level}&sort=submitted`
      : `/office/initiatives/${row.initiativeId}?registration=${row.registrationId}`;
