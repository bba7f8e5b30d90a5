import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action, parse } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { ClaimAccount } from '../../account/schema.ts';
import { giveAccount } from '../../account/server/store-new.ts';
import { setEmail } from '../../email/server/store.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import type { From } from '../../session/rules.ts';
import { type NewSession, startSession } from '../../session/server/store.ts';
import { Claim } from '../schema.ts';
import { markUsed, openInvitationForUpdate } from './store.ts';

/**
 * Opens the account of who was invited, and a session in it: once, however many press at the same moment. A link that is used,
 * taken back or too old answers 404 `invitation.over`.
 */
export function claimAccount(
  ctx: Context,
  token: string,
  typed: z.input<typeof ClaimAccount>,
  from: From,
): Promise<NewSession> {
  parse(ClaimAccount, typed);
  return claim({ ...ctx, actor: PUBLIC, scope: systemScope() }, { token, typed, from });
}

const claim = action({
  name: 'invitation.claim',
  input: Claim,
  subject: async (tx, _scope, { token }, { now }) => ({ invited: await openInvitationForUpdate(tx, { token }, now) }),
  allow: () => true,
  async run(act, { invited }, { typed, from }) {
    if (!invited) refuse('missing', 'invitation.over');
    const { tx, now } = act;
    const { personId } = invited;
    await giveAccount(act, { personId, username: typed.username, passwordHash: await hashPassword(typed.password) });
    await markUsed(tx, invited.id, now);
    // Who has the link of a letter reads what comes to its address.
    if (invited.email && invited.sentAt) await setEmail(tx, personId, invited.email);
    return startSession(tx, { personId, language: 'vi' }, from, now);
  },
  audit: ({ invited }, { personId }, { typed }) => ({
    subjectKind: 'account',
    subjectId: personId,
    ...(invited?.unitId && { unitId: invited.unitId }),
    after: { username: typed.username },
  }),
});
