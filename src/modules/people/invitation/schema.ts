import { z } from 'zod';
import { ClaimAccount } from '../account/schema.ts';

export { InvitePerson } from '../account/schema.ts';

const Id = z.coerce.number().int().positive();

/** Invites somebody once more who is a person already. */
export const InviteAgain = z.object({ personId: Id });
export const InvitationId = z.object({ id: Id });

/** `from` is where the browser is, for the session that opens. */
export const Claim = z.object({
  token: z.string().max(200),
  typed: ClaimAccount,
  from: z.object({
    userAgent: z.string().optional(),
    address: z.string().optional(),
    device: z.string().optional(),
  }),
});
