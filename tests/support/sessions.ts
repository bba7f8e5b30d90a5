import { scopeOf } from '../../src/modules/people/scope/rules.ts';
import { openSession } from '../../src/modules/people/session/server/queries.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { type Cast, NOW, type PersonName } from './cast.ts';

/** What a cookie of this person would open now: with the appointments as the database has them, not as the cast began. */
export async function sessionContext(cast: Cast, person: PersonName): Promise<Context> {
  const session = await openSession(cast.database, await cast.sessionOf(person), NOW);
  if (!session) throw new Error(`${person} has no session.`);
  return {
    database: cast.database,
    actor: session.actor,
    scope: scopeOf(session.actor),
    now: NOW,
    requestId: `test-${person}`,
  };
}
