import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { systemScope } from '../../scope/rules.ts';
import { confirmFailures, provePassword } from '../../session/server/actions-confirm.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { deleteSessionsOf } from '../../session/server/store.ts';
import { isOwnAccount } from '../policy.ts';
import { NO_PASSWORD, passwordProblem } from '../rules.ts';
import { ChangePassword, ChooseLanguage } from '../schema.ts';
import { accountForUpdate, setLanguage, setPasswordHash } from './store.ts';

/**
 * A new password for oneself: asks for the old one and ends every other session. Wrong old ones count as wrong sign-ins do,
 * so a browser left open is no place to guess.
 */
export function changeOwnPassword(ctx: Context, typed: z.input<typeof ChangePassword>): Promise<void> {
  // Counting is the system's business; the account is still the actor's own.
  return changePassword({ ...ctx, scope: systemScope() }, typed);
}

const changePassword = action({
  name: 'account.change_password',
  input: ChangePassword,
  async subject(tx, _scope, _input, { actor, session, now }) {
    const account = actor.id === null || !session ? undefined : await accountForUpdate(tx, actor.id);
    return account && { ...account, session, failures: await confirmFailures(tx, account.personId, now) };
  },
  allow: isOwnAccount,
  async run(act, { personId, username, passwordHash, session, failures }, { current, password }) {
    if (passwordHash === NO_PASSWORD) await mustBeConfirmed(act);
    else if (current === '') wrong('current', 'account.current_missing');
    else await provePassword(act, failures, { typed: current, hash: passwordHash, field: 'current' });
    const problem = passwordProblem(password, username) ?? (password === current ? 'account.password_same' : undefined);
    if (problem) wrong('password', problem);
    await setPasswordHash(act.tx, personId, await hashPassword(password));
    await deleteSessionsOf(act.tx, personId, session);
  },
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId }),
});

/** The language that the pages speak to this person, in every browser. */
export const chooseLanguage = action({
  name: 'account.choose_language',
  input: ChooseLanguage,
  subject: async (tx, _scope, _input, { actor }) => (actor.id === null ? undefined : accountForUpdate(tx, actor.id)),
  allow: isOwnAccount,
  run: ({ tx }, { personId }, { language }) => setLanguage(tx, personId, language),
  audit: ({ personId, language }, _result, input) => ({
    subjectKind: 'account',
    subjectId: personId,
    before: { language },
    after: { language: input.language },
  }),
});

function wrong(field: string, code: string): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}
