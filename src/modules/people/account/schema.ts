import { z } from 'zod';
import { LANGUAGES } from '#platform/i18n.ts';
import { Id, idOr } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';
import { ROLES } from '../appointment/rules.ts';
import { Email } from '../email/schema.ts';
import { passwordProblem, usernameOf } from './rules.ts';

const line = (missing: string) => z.string().max(200).transform(nfc).pipe(z.string().min(1, missing));

const Username = z
  .string()
  .transform(usernameOf)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, 'account.username_shape'));

const Password = z.string().superRefine((password, context) => {
  const problem = passwordProblem(password, '');
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

const differs = (input: { username: string; password: string }) =>
  passwordProblem(input.password, input.username) !== 'account.password_is_username';
const DIFFERS = { path: ['password'], message: 'account.password_is_username' };

export const DUTY = {
  role: z.enum(ROLES, 'account.role_missing'),
  unitId: idOr('account.unit_missing'),
  registrant: z.string().max(300).transform(nfc).optional(),
  subject: z.enum(['collective', 'individual']).default('collective'),
  sectorId: z.preprocess((typed) => (typed === '' ? undefined : typed), Id.optional()),
};
export const named = (input: { role: string; registrant?: string | undefined }) =>
  input.role !== 'registrant' || Boolean(input.registrant);
export const NAMED = { path: ['registrant'], message: 'account.registrant_missing' };
type OfSector = { role: string; sectorId?: number | undefined };
export const ofSector = (input: OfSector) => input.role !== 'sector_officer' || Boolean(input.sectorId);
export const OF_SECTOR = { path: ['sectorId'], message: 'account.sector_missing' };
export const onlyOfSector = (input: OfSector) => input.role === 'sector_officer' || !input.sectorId;
export const ONLY_OF_SECTOR = { path: ['sectorId'], message: 'account.sector_only' };

/** A new person with an account and a first appointment; a registrant's names who registers. */
export const CreateAccount = z
  .object({ fullName: line('account.full_name_missing'), ...DUTY, username: Username, password: Password })
  .refine(differs, DIFFERS)
  .refine(named, NAMED)
  .refine(ofSector, OF_SECTOR)
  .refine(onlyOfSector, ONLY_OF_SECTOR);

/** A new person with a first appointment, to be invited; `email` is where the link goes, if letters are sent from here. */
export const InvitePerson = z
  .object({ fullName: line('account.full_name_missing'), ...DUTY, email: z.union([z.literal(''), Email]).optional() })
  .refine(named, NAMED)
  .refine(ofSector, OF_SECTOR)
  .refine(onlyOfSector, ONLY_OF_SECTOR);

/** What somebody who was invited chooses. */
export const ClaimAccount = z.object({ username: Username, password: Password }).refine(differs, DIFFERS);

export const AccountId = z.object({ personId: Id });

/** A new password given by an administrator to who has forgotten theirs. */
export const ResetPassword = z.object({ personId: Id, password: Password });

/** Every session of the account ends but the one that asks; without a password so far there is none to give. */
export const ChangePassword = z.object({
  current: z.string().max(1000),
  password: z.string().max(1000),
});

export const ChooseLanguage = z.object({ language: z.enum(LANGUAGES) });

/** The first administrator of an empty installation, and the province that everything hangs under. */
export const FirstAdministrator = z
  .object({
    code: z.string().min(1, 'account.setup_code_missing').max(100),
    provinceName: line('account.province_missing'),
    provinceNumber: z
      .string()
      .regex(/^\s*\d{1,5}\s*$/, 'account.province_code_shape')
      .transform((code) => code.trim()),
    fullName: line('account.full_name_missing'),
    username: Username,
    password: Password,
  })
  .refine(differs, DIFFERS);

export const PrepareSetup = z.object({});
