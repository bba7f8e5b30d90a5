import { z } from 'zod';

/** What the browser answered, as JSON in a form; the protocol's own library looks into it. */
const Answer = z
  .string()
  .max(20_000)
  .transform((text, context): { id: string } => {
    try {
      const answer = JSON.parse(text) as { id?: unknown };
      if (typeof answer?.id === 'string') return answer as { id: string };
    } catch {}
    context.addIssue({ code: 'custom', message: 'passkey.failed' });
    return z.NEVER;
  });

/** `address` is where on the network a stranger asks from. */
export const AskKey = z.object({ origin: z.url(), address: z.string().max(100).optional() });
export const AddKey = z.object({
  ticket: z.string().max(200),
  answer: Answer,
  label: z.string().trim().max(100),
  origin: z.url(),
});
export const ConfirmByKey = z.object({ ticket: z.string().max(200), answer: Answer, origin: z.url() });
export const EnterByKey = z.object({
  ticket: z.string().max(200),
  answer: Answer,
  origin: z.url(),
  from: z.object({
    userAgent: z.string().optional(),
    address: z.string().optional(),
    device: z.string().optional(),
  }),
});
export const KeyId = z.object({ id: z.string().min(1).max(1400) });
