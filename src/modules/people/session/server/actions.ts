import type { z } from 'zod';
import { Refusal, refuse } from '#platform/refusal.ts';
import { action, parse } from '#platform/server/action.ts';
import { recordAudit } from '#platform/server/audit.ts';
import type { Context } from '#platform/server/context.ts';
import { asRead, read } from '#platform/server/db.ts';
import { verifyPassword } from '#platform/server/passwords.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { accountByName } from '../../account/server/queries.ts';
import { isSystem } from '../../appointment/policy.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import { STEP_MINUTES } from '../../second-factor/rules.ts';
import { secondFactorForUpdate } from '../../second-factor/server/store.ts';
import { dropOldTickets, issueTicket } from '../../ticket/server/store.ts';
import type { From } from '../rules.ts';
import { minutesClosed, placesOf } from '../rules-lockout.ts';
import { BeginSession, EndOthers, SessionId, SignIn, SweepSessions } from '../schema.ts';
import { failuresAt, knownDevice, sessionId } from './queries.ts';
import * as store from './store.ts';
import { forgetUnusedDevices } from './store-device.ts';
import { clearFailures, countFailure, failuresForUpdate, forgetFailures } from './store-failures.ts';

export type { NewSession } from './store.ts';

/** The password was right, and a code is still to come: what carries the one to the other. */
export interface HalfSession {
  ticket: string;
}

/**
 * Opens a session for a name and a password, or the way to the second step if the account has one. Unknown, disabled and wrong are one answer (422 `session.wrong`) after the
 * same work; a place that has guessed too often is answered 429 `session.locked`.
 */
export async function signIn(
  ctx: Context,
  typed: z.input<typeof SignIn>,
  from: From = {},
): Promise<store.NewSession | HalfSession> {
  const input = parse(SignIn, typed);
  const system = { ...ctx, actor: PUBLIC, scope: systemScope() };
  const { account, failures } = await read(system, async (db) => {
    const account = await accountByName(db, input.username);
    const device = await knownDevice(db, account?.personId, from.device, ctx.now);
    return { account, failures: await failuresAt(db, placesOf(input.username, from.address ?? '', device)) };
  });
  // Checked before the transaction opens: no lock and no connection waits for it. What counts is decided under the lock.
  const closed = minutesClosed(failures, ctx.now) > 0;
  const right = !closed && (await verifyPassword(input.password, account?.passwordHash));
  const proven = right && account && !account.disabledAt ? account : undefined;
  const actor = proven ? { id: proven.personId, name: proven.fullName, appointments: [] } : PUBLIC;
  const proof = { username: input.username, proven: proven?.passwordHash ?? null, from };
  return beginSession({ ...system, actor }, proof);
}

const beginSession = action({
  name: 'session.begin',
  input: BeginSession,
  async subject(tx, _scope, { username, from }, { now }) {
    const known = await accountByName(asRead(tx), username);
    const device = await knownDevice(asRead(tx), known?.personId, from.device, now);
    const failures = await failuresForUpdate(tx, placesOf(username, from.address ?? '', device), now);
    // Once more behind the lock: the password may have been changed meanwhile.
    return { failures, account: await accountByName(asRead(tx), username) };
  },
  allow: () => true,
  async run({ tx, now, ctx }, { failures, account }, { proven, from }): Promise<store.NewSession | HalfSession> {
    const minutes = minutesClosed(failures, now);
    if (minutes > 0) refuse('too_many', 'session.locked', { params: { minutes } });
    if (!account || account.disabledAt || account.passwordHash !== proven) {
      const counted = await countFailure(tx, failures, now);
      if (!counted.some(({ closedUntil }) => closedUntil)) refuse('invalid', 'session.wrong', { keep: true });
      if (account) await recordAudit(tx, ctx, 'session.lock', { subjectKind: 'account', subjectId: account.personId });
      refuse('too_many', 'session.locked', { keep: true, params: { minutes: minutesClosed(counted, now) } });
    }
    const { personId } = account;
    // Wrong codes go on counting where wrong passwords left off.
    if ((await secondFactorForUpdate(tx, personId))?.confirmedAt)
      return { ticket: await issueTicket(tx, { purpose: 'second_step', personId, minutes: STEP_MINUTES }, now) };
    await clearFailures(tx, failures);
    return store.startSession(tx, account, from, now);
  },
  // Nobody is in before the second step.
  audit: (_subject, begun) => ('ticket' in begun ? null : { subjectKind: 'account', subjectId: begun.personId }),
});

/** Ends one of the actor's own sessions, named as `listSessions` names it. */
export const endSession = action({
  name: 'session.end',
  input: SessionId,
  subject: (tx, _scope, { session }) => store.sessionForUpdate(tx, session),
  allow: isOwnAccount,
  run: ({ tx }, { hash }) => store.deleteSession(tx, hash),
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId }),
});

/** Ends every session of the actor but the one that asks. */
export const endOtherSessions = action({
  name: 'session.end_others',
  input: EndOthers,
  subject: async (_tx, _scope, _input, { actor, session }) =>
    actor.id === null || !session ? undefined : { personId: actor.id, session },
  allow: isOwnAccount,
  run: ({ tx }, { personId, session }) => store.deleteSessionsOf(tx, personId, session),
  audit: ({ personId }, ended) => ({ subjectKind: 'account', subjectId: personId, after: { ended } }),
});

/** Ends the session of a cookie; that it was over already is no news to who signs out. */
export async function signOut(ctx: Context, token: string | undefined): Promise<void> {
  if (ctx.actor.id === null || !token) return;
  try {
    await endSession(ctx, { session: sessionId(token) });
  } catch (failure) {
    if (!(failure instanceof Refusal && failure.kind === 'missing')) throw failure;
  }
}

/** Throws away sessions that are over, old counts of wrong tries and browsers long unused; for the nightly job. */
export const sweepSessions = action({
  name: 'session.sweep',
  input: SweepSessions,
  subject: async () => ({}),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  run: async ({ tx, now }) => ({
    sessions: await store.deleteOver(tx, now),
    failures: await forgetFailures(tx, now),
    devices: await forgetUnusedDevices(tx, now),
    tickets: await dropOldTickets(tx, now),
  }),
  audit: (_subject, removed) => ({ after: removed }),
});
