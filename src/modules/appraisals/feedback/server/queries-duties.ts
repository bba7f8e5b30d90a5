import { sql } from 'kysely';
import { JUDGED } from '#modules/initiatives/registration/rules-feedback.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import type { Context } from '#platform/server/context.ts';

/** What a council has told this registrant beside a verdict, until they say that they have read it: a line each. */
export function feedbackLines({ actor }: Context): LineSource[] {
  const registrants = actor.appointments.flatMap((each) => (each.registrantId === null ? [] : [each.registrantId]));
  if (registrants.length === 0) return [];
  const lines = sql<LineRow>`
    select 'read_feedback' as kind, r.id, 1 as count, r.name, '' as whose, '' as where, e.at as since, null::date as due_on
    from registration r join lateral (select e.id, e.at from registration_event e
      where e.registration_id = r.id and e.act = 'feedback' order by e.id desc limit 1) e on true
    where r.registrant_id = any ((select ${registrants}::integer[])::integer[]) and r.state = any (${[...JUDGED]}::text[])
      and not exists (select from feedback_read f where f.event_id = e.id and f.person_id = ${actor.id})
      and not exists (select from registration_event o where o.registration_id = r.id and o.id > e.id and o.act = 'reopen')`;
  return [{ lines, href: ({ id }) => `/office/registrations/${id}/feedback` }];
}
