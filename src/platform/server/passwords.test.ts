import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

test('a password opens its own hash and no other one does', async () => {
  const hash = await hashPassword('ba bờ dừa xanh');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=1\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]{43}$/);
  expect(await verifyPassword('ba bờ dừa xanh', hash)).toBe(true);
  expect(await verifyPassword('ba bờ dừa xanh'.normalize('NFD'), hash)).toBe(true);
  expect(await verifyPassword('ba bờ dừa xann', hash)).toBe(false);
});

test('the same password never gives the same hash', async () => {
  expect(await hashPassword('một câu dài')).not.toBe(await hashPassword('một câu dài'));
});

test('a hash made at another cost still opens', async () => {
  // argon2id, 8 MiB, one pass, of 'mật khẩu cũ'; made once by this very function with that cost.
  const old = '$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$mwxV2+W5/f9IvZxN6JodE9vCrZEAYHiZdn4W0UsfQa4';
  expect(await verifyPassword('mật khẩu cũ', old)).toBe(true);
});

test('what is no hash opens for nobody', async () => {
  expect(await verifyPassword('', undefined)).toBe(false);
  expect(await verifyPassword('x', '')).toBe(false);
  expect(await verifyPassword('x', '$argon2id$v=19$m=99999999999,t=1,p=1$AAAAAAAAAAA$AAAA')).toBe(false);
});
