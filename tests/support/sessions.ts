import { scopeOf } from '../../src/modules/people/scope/rules.ts';
import { openSession, sessionId, tokenHash } from '../../src/modules/people/session/server/queries.ts';
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

/** As above, by a session whose owner has just proved who they are: for what matters. */
export async function confirmedContext(cast: Cast, person: PersonName, now = NOW): Promise<Context> {
  const token = await cast.sessionOf(person);
  const session = await openSession(cast.database, token, now);
  if (!session) throw new Error(`${person} has no session.`);
  await cast.asOwner('update session set confirmed_at = $1 where token_hash = $2', [now, tokenHash(token)]);
  const { actor } = session;
  const named = { session: sessionId(token), requestId: `test-${person}` };
  return { database: cast.database, actor, scope: scopeOf(actor), now, ...named };
}
