import { sql } from 'kysely';
import type { Duty } from '#modules/people/duty/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { officeUnits } from '../policy-answers.ts';
import { answeredBy } from './queries-answers.ts';
import { dayIn, dutiesAmong, type Waiting, type WaitingRow } from './queries-waiting.ts';

/**
 * What waits for this person before appraisal, in one query: their drafts; what was sent back or recalled and what is to be
 * self-assessed, for their registrants (an office does it for its own registrants who have no account); and, for an office,
 * what was sent in at its level; for those who oversee everything without an office, what is overdue. Taking in falls due on the day it arrives at the soonest, even when it arrives late.
 */
export function dutiesOf(db: ReadDb, ctx: Context): Promise<Duty[]> {
  const today = dayOf(ctx.now);
  const offices = officeUnits(ctx.actor);
  const since = sql`r.state_since`;
  const due = sql`case when r.state = 'submitted' then greatest(l.register_due_on, ${dayIn(since)}) else l.appraise_due_on end`;
  const mine = sql`(r.registrant_id = any (${[...ctx.scope.registrants]}::integer[])
    or (r.keeper_unit_id = any (${offices}::integer[]) and not exists (
      select from appointment held where held.registrant_id = r.registrant_id and held.valid @> ${today}::date)))`;
  const waiting = sql<WaitingRow>`
    select 'continue_draft' as kind, null::integer as registration_id, d.id as draft_id, nullif((d.content ->> 'cycleId')::integer, 0) as cycle_id,
      null::text as level, (select min(l.register_due_on) from cycle_level l where l.cycle_id = (d.content ->> 'cycleId')::integer
        and (d.content -> 'levels' = '[]'::jsonb or d.content -> 'levels' ? l.level)) as due_on, d.updated_at as since
    from draft d where d.owner_id = ${ctx.actor.id}::integer and d.subject_id is null
    union all
    select case when r.state = 'accepted' then 'self_assess' else 'send_again' end, r.id, null, r.cycle_id, r.level,
      case when r.state = 'accepted' then l.appraise_due_on else greatest(l.register_due_on, ${dayIn(since)}) end, r.state_since
    from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level
    where r.state in ('accepted', 'returned', 'recalled') and ${mine}
    union all
    select 'accept', r.id, null, r.cycle_id, r.level, greatest(l.register_due_on, ${dayIn(since)}), r.state_since
    from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level
    where r.state = 'submitted' and ${answeredBy(offices, today)}
    union all
    select 'follow_up', r.id, null, r.cycle_id, r.level, ${due}, r.state_since
    from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level
    where r.state in ('submitted', 'self_assessed', 'proposed') and ${ctx.scope.all && offices.length === 0}::boolean and ${due} < ${today}::date`;
  return dutiesAmong(db, ctx, waiting, hrefOf);
}

const STATE_OF = { send_again: 'returned', self_assess: 'accepted', accept: 'submitted', follow_up: 'open' } as const;

function hrefOf(row: Waiting, many: boolean): string {
  if (row.kind === 'continue_draft') return many ? '/office/drafts' : `/office/drafts/${row.draftId}`;
  if (!many) return `/office/initiatives/${row.initiativeId}?registration=${row.registrationId}`;
  const state = STATE_OF[row.kind as keyof typeof STATE_OF];
  return `/office/initiatives?state=${state}&cycle=${row.cycleId}&level=${row.level}&sort=submitted`;
}
