import { z } from 'zod';
import { LANGUAGES } from '#platform/i18n.ts';
import { Id, idOr } from '#platform/ids.ts';
import { nfc, nfcLines } from '#platform/vietnamese.ts';
import { Email } from '../email/schema.ts';
import { phoneOf, ROLES_ASKED } from './rules.ts';

const line = (missing: string) => z.string().max(200).transform(nfc).pipe(z.string().min(1, missing));

/** A telephone number, or nothing. */
export const Phone = z
  .string()
  .max(40)
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return null;
    const phone = phoneOf(typed);
    if (phone === null) context.addIssue({ code: 'custom', message: 'account_request.phone_shape' });
    return phone;
  });

/** What a stranger asks for; `address` is where on the network from, `language` the one that the page spoke. */
export const AskAccount = z
  .object({
    fullName: line('account.full_name_missing'),
    email: z.union([z.literal(''), Email]).optional(),
    phone: Phone,
    unitId: idOr('account.unit_missing'),
    role: z.enum(ROLES_ASKED, 'account.role_missing'),
    registrant: z.string().max(300).transform(nfc).default(''),
    reason: z
      .string()
      .max(1000)
      .transform((text) => nfcLines(text).trim())
      .pipe(z.string().min(1, 'account_request.reason_missing')),
    address: z.string().max(100).default(''),
    language: z.enum(LANGUAGES),
  })
  .refine(({ email, phone }) => Boolean(email || phone), {
    path: ['email'],
    message: 'account_request.contact_missing',
  })
  .refine(({ role, registrant }) => role !== 'registrant' || registrant !== '', {
    path: ['registrant'],
    message: 'account.registrant_missing',
  });

export const ApproveRequest = z.object({ id: Id });
export const RefuseRequest = z.object({
  id: Id,
  answer: z
    .string()
    .max(1000)
    .transform((text) => nfcLines(text).trim())
    .pipe(z.string().min(1, 'account_request.answer_missing')),
});
export const SweepRequests = z.object({});
