import { expect, test } from 'vitest';
import { codeAsMade, passwordProblem, readableCode, usernameOf } from './rules.ts';

test.each([
  ['ba bờ dừa xanh', undefined],
  ['xxx đường làng', undefined],
  ['chín ký t', 'account.password_short'],
  ['mười ký tự', undefined],
  ['', 'account.password_short'],
  [`một câu ${'dài '.repeat(62)}`, undefined],
  [`một câu ${'dài '.repeat(62)}x`, 'account.password_long'],
  ['12 con vịt bơi qua sông', undefined],
  ['quả bưởi ngọt 7 múi', undefined],
  ['xanh lè như lá chuối', undefined],
  ['password123', 'account.password_common'],
  ['PassWord123', 'account.password_common'],
  ['Mật khẩu 123', 'account.password_common'],
  ['aaaaaaaaaaaa', 'account.password_common'],
  ['1234567890', 'account.password_common'],
  ['0912345678', 'account.password_common'],
  ['14021990', 'account.password_short'],
  ['1402199014', 'account.password_common'],
  ['P@ssw0rd123', 'account.password_common'],
  ['Administrator', 'account.password_common'],
  ['qwertyuiop', 'account.password_common'],
  ['qwerty12345', 'account.password_common'],
  ['1q2w3e4r5t', 'account.password_common'],
  ['abcabcabcabc', 'account.password_common'],
  ['Anh yêu em 123', 'account.password_common'],
  ['Kiên Giang 2019', 'account.password_common'],
  ['yeu.viet.nam', 'account.password_common'],
  ['danvankheo@2026', 'account.password_common'],
  ['nguyenvana1990', 'account.password_common'],
  ['Le.Thi.Hoa.Xa', 'account.password_is_username'],
])('the password %j is answered by %j', (password, problem) => {
  expect(passwordProblem(password, 'le.thi.hoa.xa')).toBe(problem);
});

test.each([
  [' Le.Thi.Hoa ', 'le.thi.hoa'],
  ['ĐÀO', 'đào'],
  ['a'.repeat(300), 'a'.repeat(100)],
])('the typed name %j is compared as %j', (typed, name) => {
  expect(usernameOf(typed)).toBe(name);
});

test('a code reads in fours without letters that look alike, and is known again however it is typed', () => {
  const code = readableCode(Uint8Array.from({ length: 12 }, (_, at) => at * 21));
  expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){2}$/);
  expect(codeAsMade(code.toUpperCase().replaceAll('-', '  '))).toBe(code);
  expect(codeAsMade(`${code}x`)).not.toBe(code);
});
