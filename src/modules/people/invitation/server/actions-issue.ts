import { action } from '#platform/server/action.ts';
import { isSystem } from '../../appointment/policy.ts';
import { INVITATION } from '../rules.ts';
import { InvitationId } from '../schema.ts';
import { makeToken, openInvitationForUpdate } from './store.ts';

/** Makes the link of a letter; nothing when the invitation has been used or taken back meanwhile. */
export const issueInvitation = action({
  name: 'invitation.issue',
  input: InvitationId,
  subject: async (tx, _scope, { id }, { now }) => ({ invited: await openInvitationForUpdate(tx, { id }, now) }),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx, now }, { invited }) {
    if (!invited?.email) return undefined;
    const { id, fullName, email } = invited;
    return { fullName, email, token: await makeToken(tx, id, now), until: new Date(now.getTime() + INVITATION.life) };
  },
  audit: () => null,
});
