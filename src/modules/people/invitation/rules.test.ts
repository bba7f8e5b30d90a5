import { expect, test } from 'vitest';
import { stateOf, suggestedUsername } from './rules.ts';

const NOON = new Date('2020-02-24T12:00:00+07:00');
const open = { expiresAt: new Date(NOON.getTime() + 1), usedAt: null, revokedAt: null };

test('an invitation is open until it is used, taken back, or a week old', () => {
  expect(stateOf(open, NOON)).toBe('open');
  expect(stateOf({ ...open, expiresAt: NOON }, NOON)).toBe('expired');
  expect(stateOf({ ...open, usedAt: NOON }, NOON)).toBe('used');
  expect(stateOf({ ...open, revokedAt: NOON, expiresAt: NOON }, NOON)).toBe('revoked');
});

test('a user name is suggested after the name', () => {
  expect(suggestedUsername('Đào Thị Điền')).toBe('dao.thi.dien');
});
