import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { verifyPassword } from '#platform/server/passwords.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { systemScope } from '../../scope/rules.ts';
import { type Failures, minutesClosed } from '../rules-lockout.ts';
import { ConfirmSelf } from '../schema.ts';
import { setConfirmed } from './store.ts';
import { clearFailures, countFailure, failuresForUpdate } from './store-failures.ts';

/** The counter of wrong proofs of who is signed in, held: a browser left open is no place to guess. */
export function confirmFailures(tx: WriteDb, personId: number, now: Date): Promise<Failures[]> {
  return failuresForUpdate(tx, [{ way: 'confirm', what: String(personId) }], now);
}

/** Proves who is signed in by the password, or refuses at `field`; five wrong ones close this for a quarter of an hour. */
export async function provePassword(
  { tx, now }: Act,
  failures: readonly Failures[],
  { typed, hash, field }: { typed: string; hash: string; field: string },
): Promise<void> {
  const minutes = minutesClosed(failures, now);
  if (minutes > 0) refuse('too_many', 'session.locked', { params: { minutes } });
  if (!(await verifyPassword(typed, hash))) {
    await countFailure(tx, failures, now);
    refuse('invalid', 'form.invalid', { keep: true, fields: { [field]: { code: 'account.current_wrong' } } });
  }
  await clearFailures(tx, failures);
}

/**
 * Who is signed in gives the password again, before an act that matters. Forms send it along as `confirm`; without one nothing
 * is done here, and the act itself asks for it if need be.
 */
export async function confirmSelf(ctx: Context, typed: string | undefined): Promise<void> {
  // Counting is the system's business; the account is still the actor's own.
  if (typed) await confirm({ ...ctx, scope: systemScope() }, { password: typed } satisfies z.input<typeof ConfirmSelf>);
}

const confirm = action({
  name: 'session.confirm',
  input: ConfirmSelf,
  async subject(tx, _scope, _input, { actor, session, now }) {
    const account = actor.id === null || !session ? undefined : await accountForUpdate(tx, actor.id);
    return account && session
      ? { ...account, session, failures: await confirmFailures(tx, account.personId, now) }
      : undefined;
  },
  allow: isOwnAccount,
  async run(act, { passwordHash, failures, session }, { password }) {
    await provePassword(act, failures, { typed: password, hash: passwordHash, field: 'confirm' });
    await setConfirmed(act.tx, session, act.now);
  },
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId }),
});
