import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { verifyPassword } from '#platform/server/passwords.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { NO_PASSWORD } from '../../account/rules.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { systemScope } from '../../scope/rules.ts';
import { secondFactorForUpdate, takePhoneCode } from '../../second-factor/server/store.ts';
import { type Failures, minutesClosed } from '../rules-lockout.ts';
import { ConfirmSelf } from '../schema.ts';
import { setConfirmed } from './store.ts';
import { clearFailures, countFailure, failuresForUpdate } from './store-failures.ts';

/** The counter of wrong proofs of who is signed in, held: a browser left open is no place to guess. */
export function confirmFailures(tx: WriteDb, personId: number, now: Date): Promise<Failures[]> {
  return failuresForUpdate(tx, [{ way: 'confirm', what: String(personId) }], now);
}

/**
 * Who is signed in proves it once more: refuses as `wrong` says where `isRight` finds they did not. Five wrong proofs, of whatever
 * kind, close this for a quarter of an hour (429 `session.locked`).
 */
export async function prove(
  { tx, now }: Act,
  failures: readonly Failures[],
  isRight: () => Promise<boolean>,
  wrong: { field: string; code: string },
): Promise<void> {
  const minutes = minutesClosed(failures, now);
  if (minutes > 0) refuse('too_many', 'session.locked', { params: { minutes } });
  if (!(await isRight())) {
    await countFailure(tx, failures, now);
    refuse('invalid', 'form.invalid', { keep: true, fields: { [wrong.field]: { code: wrong.code } } });
  }
  await clearFailures(tx, failures);
}

/** As `prove`, by the password. */
export const provePassword = (
  act: Act,
  failures: readonly Failures[],
  { typed, hash, field }: { typed: string; hash: string; field: string },
): Promise<void> => prove(act, failures, () => verifyPassword(typed, hash), { field, code: 'account.current_wrong' });

/**
 * Who is signed in gives the password again, or a code of the telephone, before an act that matters. Forms send it along as
 * `confirm`; without one nothing is done here, and the act itself asks for it if need be.
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
    if (!account || !session) return undefined;
    const failures = await confirmFailures(tx, account.personId, now);
    return { ...account, session, failures, factor: await secondFactorForUpdate(tx, account.personId) };
  },
  allow: isOwnAccount,
  async run(act, { passwordHash, failures, session, factor }, { password }): Promise<{ by: 'password' | 'code' }> {
    const phone = factor?.confirmedAt ? factor : undefined;
    if (passwordHash === NO_PASSWORD && !phone)
      refuse('forbidden', 'session.confirm_elsewhere', { fields: { confirm: { code: 'session.confirm_elsewhere' } } });
    let by: 'password' | 'code' = 'code';
    const isRight = async () => {
      // No password is as short as a code, so one field takes both.
      if (phone && (await takePhoneCode(act.tx, phone, password, act.now))) return true;
      by = 'password';
      return verifyPassword(password, passwordHash);
    };
    const code = phone ? 'session.confirm_wrong' : 'account.current_wrong';
    await prove(act, failures, isRight, { field: 'confirm', code });
    await setConfirmed(act.tx, session, act.now);
    return { by };
  },
  audit: ({ personId }, { by }) => ({ subjectKind: 'account', subjectId: personId, after: { confirmedBy: by } }),
});
