import { z } from 'zod';

const Checks = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
const Identity = z.object({ issuer: z.string().min(1), subject: z.string().min(1).max(300) });

/** `link`: to an account that is signed in; otherwise to sign in and go on to `next`. */
export const Begin = z.object({
  link: z.boolean(),
  next: z.string().max(2000),
  /** The link of an invitation that is to be claimed. */
  invitation: z.string().max(200).optional(),
  address: z.string().max(100).optional(),
  checks: Checks,
});
export const TakeWay = z.object({ ticket: z.string().max(200) });
export const Enter = z.object({
  identity: Identity,
  from: z.object({
    userAgent: z.string().optional(),
    address: z.string().optional(),
    device: z.string().optional(),
  }),
});
export const Link = z.object({ identity: Identity, personId: z.number() });
export const Unlink = z.object({});
