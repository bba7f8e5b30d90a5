import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { ClaimAccount } from '../account/schema.ts';

export { InvitePerson } from '../account/schema.ts';

/** Invites somebody once more who is a person already. */
export const InviteAgain = z.object({ personId: Id });
/** Invites many at once who were never invited. */
export const InviteMany = z.object({ personIds: z.array(Id).max(2000) });
export const InvitationId = z.object({ id: Id });

/** Where the browser is, for the session that opens. */
const From = z.object({
  userAgent: z.string().optional(),
  address: z.string().optional(),
  device: z.string().optional(),
});
export const Claim = z.object({ token: z.string().max(200), typed: ClaimAccount, from: From });
/** By who somebody is at a provider, without a password. */
export const ClaimLinked = z.object({
  invitationId: Id,
  identity: z.object({ issuer: z.string().min(1), subject: z.string().min(1).max(300) }),
  from: From,
});
