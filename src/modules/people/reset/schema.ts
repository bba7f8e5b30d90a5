import { z } from 'zod';
import { Email } from '../email/schema.ts';

/** `address` is where on the network it is asked from. */
export const AskReset = z.object({ email: Email, address: z.string().max(100).default('') });

export const SendReset = z.object({ email: z.string() });

export const ResetOwn = z.object({ token: z.string().max(200), password: z.string().max(1000) });
