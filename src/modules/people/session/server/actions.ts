import { randomBytes } from 'node:crypto';
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
import { afterFailure, minutesLocked } from '../rules.ts';
import { BeginSession, SessionId, SignIn, SweepSessions } from '../schema.ts';
import { failuresOf, tokenHash } from './queries.ts';
import * as store from './store.ts';

/** What a browser keeps: the token, until when, and the language of its account. */
export interface NewSession {
  token: string;
  expires: Date;
  language: string;
}

/**
 * Opens a session for a name and a password. Unknown, disabled and wrong are one answer (422 `session.wrong`) after the
 * same work; a name closed by five failures answers 429 `session.locked`.
 */
export async function signIn(ctx: Context, typed: z.input<typeof SignIn>, userAgent = ''): Promise<NewSession> {
  const input = parse(SignIn, typed);
  const system = { ...ctx, actor: PUBLIC, scope: systemScope() };
  const { account, failures } = await read(system, async (db) => ({
    account: await accountByName(db, input.username),
    failures: await failuresOf(db, input.username),
  }));
  // Checked before the transaction opens: no lock and no connection waits for it. What counts is decided under the lock.
  const closed = minutesLocked(failures, ctx.now) > 0;
  const right = !closed && (await verifyPassword(input.password, account?.passwordHash));
  const proven = right && account && !account.disabledAt ? account : undefined;
  const actor = proven ? { id: proven.personId, name: proven.fullName, appointments: [] } : PUBLIC;
  return beginSession(
    { ...system, actor },
    { username: input.username, proven: proven?.passwordHash ?? null, userAgent },
  );
}

const beginSession = action({
  name: 'session.begin',
  input: BeginSession,
  async subject(tx, _scope, { username }, ctx) {
    const failures = await store.failuresForUpdate(tx, username, ctx.now);
    return { failures, account: await accountByName(asRead(tx), username) };
  },
  allow: () => true,
  async run(
    { tx, now, ctx },
    { failures, account },
    { username, proven, userAgent },
  ): Promise<NewSession & { personId: number }> {
    const minutes = minutesLocked(failures, now);
    if (minutes > 0) refuse('too_many', 'session.locked', { params: { minutes } });
    // The hash is compared again, since the password may have been changed since it was read.
    if (!account || account.disabledAt || account.passwordHash !== proven) {
      const counted = afterFailure(failures, now);
      await store.saveFailures(tx, username, counted);
      if (!counted.lockedUntil) refuse('invalid', 'session.wrong', { keep: true });
      if (account) await recordAudit(tx, ctx, 'session.lock', { subjectKind: 'account', subjectId: account.personId });
      refuse('too_many', 'session.locked', { keep: true, params: { minutes: minutesLocked(counted, now) } });
    }
    await store.clearFailures(tx, username);
    const token = randomBytes(32).toString('base64url');
    const expires = await store.insertSession(tx, token, account.personId, userAgent, now);
    return { token, expires, language: account.language, personId: account.personId };
  },
  audit: (_subject, { personId }) => ({ subjectKind: 'account', subjectId: personId }),
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

/** Ends the session of a cookie; that it was over already is no news to who signs out. */
export async function signOut(ctx: Context, token: string | undefined): Promise<void> {
  if (ctx.actor.id === null || !token) return;
  try {
    await endSession(ctx, { session: tokenHash(token).toString('hex') });
  } catch (failure) {
    if (!(failure instanceof Refusal && failure.kind === 'missing')) throw failure;
  }
}

/** Throws away sessions that are over and old counts of wrong passwords; for the nightly job. */
export const sweepSessions = action({
  name: 'session.sweep',
  input: SweepSessions,
  subject: async () => ({}),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  run: ({ tx, now }) => store.deleteOver(tx, now),
  audit: (_subject, removed) => ({ after: removed }),
});
