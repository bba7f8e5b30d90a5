import { z } from 'zod';
import { Id, idOr } from '#platform/ids.ts';
import { nfc, parseDay } from '#platform/vietnamese.ts';
import { usernameOf } from '../account/rules.ts';
import { BODY_KINDS, MEMBER_ROLES } from './rules.ts';

const line = (missing: string, most = 300) => z.string().max(most).transform(nfc).pipe(z.string().min(1, missing));
const text = z.string().max(300).transform(nfc).default('');
/** Typed as people write a day; afterwards `yyyy-mm-dd`. */
const Day = z.string().transform((typed, context) => {
  const day = parseDay(typed);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'body.day_missing' });
  return z.NEVER;
});

const facts = {
  name: line('body.name_missing'),
  foundingNumber: line('body.number_missing', 100),
  foundedOn: Day,
  mergedWith: text,
  standingOffice: text,
};
export const CreateBody = z.object({
  kind: z.enum(BODY_KINDS, 'body.kind_missing'),
  unitId: idOr('account.unit_missing'),
  ...facts,
});
export const ChangeBody = z.object({ id: Id, ...facts });
export const DissolveBody = z.object({ id: Id, on: Day });

/** A member: who has an account by its user name, anybody else by name. */
export const AddMember = z
  .object({
    id: Id,
    username: z.string().transform(usernameOf).default(''),
    fullName: z.string().max(200).transform(nfc).default(''),
    role: z.enum(MEMBER_ROLES, 'body.role_missing'),
    charge: text,
    from: Day,
  })
  .refine((input) => input.username !== '' || input.fullName !== '', {
    path: ['username'],
    message: 'body.person_missing',
  });
export const EndMember = z.object({
  id: Id,
  memberId: idOr('body.member_missing'),
  on: Day,
});

export const AddFile = z.object({
  id: Id,
  file: z.object({ name: z.string().max(1000), bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array) }),
});
export type AddMemberInput = z.input<typeof AddMember>;
