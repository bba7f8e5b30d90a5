import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';

/** How many people one person may name by user name in an hour. */
const NAMES_AN_HOUR = 60;
/** The acts that take a user name from outside the actor's scope, and what is on record where a name was of no use. */
const NAMING = [
  'body.add_member',
  'body.name_unknown',
  'review.ask_blind',
  'review.name_refused',
  'handover.name_successor',
];

/** Naming people is no way to read out who has an account: 429 once the actor has tried too many names within the hour. */
export async function refuseManyNames(db: ReadDb, { actor, now }: Context): Promise<void> {
  const { tried } = await db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<number>().as('tried'))
    .where('act', 'in', NAMING)
    .where('actor_id', '=', actor.id)
    .where('at', '>', new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow();
  if (tried >= NAMES_AN_HOUR) refuse('too_many', 'account.too_many_names');
}
