import { z } from 'zod';
import { Id } from '#platform/ids.ts';

export const NoInput = z.object({});

const Code = z.string().trim().min(1, 'second_factor.code_missing').max(100);

export const FinishSetup = z.object({ code: Code });

/** The second step of signing in: the ticket that the password earned, and a code. */
export const SecondStep = z.object({
  ticket: z.string().max(200),
  code: Code,
  from: z.object({
    userAgent: z.string().optional(),
    address: z.string().optional(),
    device: z.string().optional(),
  }),
});

export const OfPerson = z.object({ personId: Id });
