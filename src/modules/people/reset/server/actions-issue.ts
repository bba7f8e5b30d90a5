import { action } from '#platform/server/action.ts';
import { isSystem } from '../../appointment/policy.ts';
import { accountByEmail } from '../../email/server/store.ts';
import { dropTicketsOf, issueTicket } from '../../ticket/server/store.ts';
import { RESET_MINUTES } from '../rules.ts';
import { SendReset } from '../schema.ts';

/** Makes the ticket of a letter, in place of earlier ones; nothing for an address that no open account has. */
export const issueReset = action({
  name: 'reset.issue',
  input: SendReset,
  subject: async (tx, _scope, { email }) => ({ account: await accountByEmail(tx, email) }),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx, now }, { account }) {
    if (!account || account.disabledAt) return undefined;
    const { personId, username, fullName, language } = account;
    await dropTicketsOf(tx, personId, 'reset');
    const token = await issueTicket(tx, { purpose: 'reset', personId, minutes: RESET_MINUTES }, now);
    return { token, username, fullName, language };
  },
  audit: ({ account }, issued) => (issued && account ? { subjectKind: 'account', subjectId: account.personId } : null),
});
