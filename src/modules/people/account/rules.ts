import { fold } from '#platform/vietnamese.ts';

export const PASSWORD_LENGTH = { least: 10, most: 200 };

// The commonest that are long enough to be chosen here: the public lists of leaked ones, and what people type in Vietnam.
const COMMONEST = new Set(
  `1234567890 12345678910 123456789a a123456789 0123456789 0987654321 9876543210 1111111111 0000000000 1122334455 1234512345
  123123123123 123456123456 147258369147 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456 asdfghjkl1
  asdfghjkl123 zxcvbnm123 abcd1234567 abc123456789 abcdefghij abcdefghijk password12 password123 password1234 passw0rd123
  p@ssw0rd123 p@ssword123 administrator admin12345 admin123456 adminadmin changeme123 welcome123 welcome1234 iloveyou12
  iloveyou123 letmein123 football123 baseball123 superman123 sunshine123 princess123 whatever123 trustno1trustno1
  matkhau123 matkhau1234 matkhau12345 matkhaumoi matkhaucuatoi khongbiet123 anhyeuem123 emyeuanh123 yeuemnhieu
  vietnam123 vietnam1234 vietnam2020 vietnam2025 danvankheo danvankheo1 danvankheo123 danvankheo2025 danvankheo2026
  kiengiang1 kiengiang123 kiengiang2019 angiang123 angiang2025 hochiminh1 hochiminh123 hanoi123456 saigon123456`.split(
    /\s+/,
  ),
);

/** How a typed name is compared and kept: lower case, no spaces around, at most 100 characters. */
export function usernameOf(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase().slice(0, 100);
}

/** What is wrong with a new password, as a message key; nothing when it will do. */
export function passwordProblem(password: string, username: string): string | undefined {
  if (password.length < PASSWORD_LENGTH.least) return 'account.password_short';
  if (password.length > PASSWORD_LENGTH.most) return 'account.password_long';
  const plain = password.toLowerCase();
  const common = COMMONEST.has(plain) || COMMONEST.has(fold(password).replaceAll(' ', '')) || /^(.)\1*$/u.test(plain);
  if (common) return 'account.password_common';
  if (plain === usernameOf(username)) return 'account.password_is_username';
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
