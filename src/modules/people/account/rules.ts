import { isCommon } from './rules-common.ts';

const PASSWORD_LENGTH = { least: 10, most: 256 };

/** Stands where a password's digest would: nothing that is typed fits it. Who has none comes by single sign-on. */
export const NO_PASSWORD = '!';

/** How a typed name is compared and kept: lower case, no spaces around, at most 100 characters. */
export function usernameOf(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase().slice(0, 100);
}

/** What is wrong with a new password, as a message key; nothing when it will do. */
export function passwordProblem(password: string, username: string): string | undefined {
  if (password.length < PASSWORD_LENGTH.least) return 'account.password_short';
  if (password.length > PASSWORD_LENGTH.most) return 'account.password_long';
  if (isCommon(password)) return 'account.password_common';
  if (password.toLowerCase() === usernameOf(username)) return 'account.password_is_username';
}

const READABLE = '23456789abcdefghjkmnpqrstuvwxyz';

/** Random bytes as letters that nobody confuses, in fours: a first password, or a code to type once (5 bits a byte). */
export function readableCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => READABLE[byte % READABLE.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A typed code as it was made, however it was spaced or capitalised. */
export function codeAsMade(typed: string): string {
  const letters = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 100);
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
