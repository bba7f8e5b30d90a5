import { z } from 'zod';
import { usernameOf } from '../account/rules.ts';

/** What is typed at the door. Nothing here says what a good name or password looks like. */
export const SignIn = z.object({
  username: z.string().transform(usernameOf).pipe(z.string().min(1, 'session.username_missing')),
  password: z.string().min(1, 'session.password_missing').max(1000),
});

/** Where a request to sign in comes from; see `rules.ts`. */
const From = z.object({
  userAgent: z.string().optional(),
  address: z.string().optional(),
  device: z.string().optional(),
});

/** A sign-in whose password has been checked: `proven` is the stored hash that it made, if it made one. */
export const BeginSession = z.object({
  username: z.string(),
  proven: z.string().nullable(),
  from: From,
});

/** The hash of a session's token, in hexadecimal: names a session and opens nothing. */
export const SessionId = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });

export const EndOthers = z.object({});

/** Who is signed in proves it again. */
export const ConfirmSelf = z.object({ password: z.string().min(1, 'session.password_missing').max(1000) });

export const SweepSessions = z.object({});
