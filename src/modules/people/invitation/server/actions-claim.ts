import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { type Act, action, parse } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { NO_PASSWORD } from '../../account/rules.ts';
import { ClaimAccount } from '../../account/schema.ts';
import { freeUsername, giveAccount } from '../../account/server/store-new.ts';
import { setEmail } from '../../email/server/store.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import type { From } from '../../session/rules.ts';
import { type NewSession, startSession } from '../../session/server/store.ts';
import { insertLink } from '../../single-sign-on/server/store.ts';
import { suggestedUsername } from '../rules.ts';
import { Claim, ClaimLinked } from '../schema.ts';
import { type Invited, markUsed, openInvitationForUpdate } from './store.ts';

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
    const { personId } = invited;
    await giveAccount(act, { personId, username: typed.username, passwordHash: await hashPassword(typed.password) });
    return enter(act, invited, from);
  },
  audit: ({ invited }, { personId }, { typed }) => ({
    subjectKind: 'account',
    subjectId: personId,
    ...(invited?.unitId && { unitId: invited.unitId }),
    after: { username: typed.username },
  }),
});

/**
 * The same by single sign-on alone: the account has no password, a user name after its owner's name, and is linked to who came
 * back from the provider; who is linked elsewhere is refused (409 `single_sign_on.taken`). Called at the end of that way.
 */
export const claimLinked = action({
  name: 'invitation.claim_linked',
  input: ClaimLinked,
  subject: async (tx, _scope, { invitationId }, { now }) => ({
    invited: await openInvitationForUpdate(tx, { id: invitationId }, now),
  }),
  allow: (_actor, { invited }) => invited !== undefined || { code: 'invitation.over' },
  async run(act, { invited }, { identity, from }) {
    if (!invited) refuse('missing', 'invitation.over');
    const { personId, fullName } = invited;
    const username = await freeUsername(act.tx, suggestedUsername(fullName));
    await giveAccount(act, { personId, username, passwordHash: NO_PASSWORD });
    if (!(await insertLink(act.tx, identity, personId, act.now))) refuse('conflict', 'single_sign_on.taken');
    return { ...(await enter(act, invited, from)), username };
  },
  audit: ({ invited }, { personId, username }, { identity }) => ({
    subjectKind: 'account',
    subjectId: personId,
    ...(invited?.unitId && { unitId: invited.unitId }),
    after: { username, ...identity },
  }),
});

/** Uses the invitation up and opens a session of whom it was for. */
async function enter({ tx, now }: Act, invited: Invited, from: From): Promise<NewSession> {
  const { personId } = invited;
  await markUsed(tx, invited.id, now);
  // Who has the link of a letter reads what comes to its address.
  if (invited.email && invited.sentAt) await setEmail(tx, personId, invited.email);
  return startSession(tx, { personId, language: 'vi' }, from, now);
}
