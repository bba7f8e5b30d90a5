import { action } from '#platform/server/action.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { isSystem } from '../../appointment/policy.ts';
import { dropTicketsOf, issueTicket } from '../../ticket/server/store.ts';
import { PROOF_MINUTES } from '../rules.ts';
import { SendProof } from '../schema.ts';

/** Makes the ticket of a letter that proves an address, in place of earlier ones. */
export const issueProof = action({
  name: 'email.issue',
  input: SendProof,
  subject: (tx, _scope, { personId }) => accountForUpdate(tx, personId),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx, now }, { personId, fullName, language, disabledAt }, { email }) {
    if (disabledAt) return undefined;
    await dropTicketsOf(tx, personId, 'email');
    const ticket = { purpose: 'email' as const, personId, body: { email }, minutes: PROOF_MINUTES };
    return { token: await issueTicket(tx, ticket, now), fullName, language };
  },
  audit: () => null,
});
