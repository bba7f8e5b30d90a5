import { expect, test } from 'vitest';
import { keptAfter, knows, STANDINGS, UPKEEP_ACT_NAMES } from './rules.ts';

test('every standing that lasts has a way out of it, and what was never recognised has none', () => {
  for (const standing of STANDINGS) expect(UPKEEP_ACT_NAMES.some((act) => knows(standing, act))).toBe(true);
  expect(UPKEEP_ACT_NAMES.filter((act) => knows(null, act))).toEqual([]);
});

test('a check leads where its finding says, and asks why unless all is well', () => {
  expect(keptAfter('check', 'effective', '')).toBe('kept_up');
  expect(keptAfter('check', 'stopped', 'Hết kinh phí')).toBe('stopped');
  expect(() => keptAfter('check', 'needs_support', ' ')).toThrow();
  expect(() => keptAfter('check', '', 'x')).toThrow();
});

test('nothing is revoked, restored or resumed without grounds', () => {
  for (const act of ['revoke', 'restore', 'resume'] as const) expect(() => keptAfter(act, '', '')).toThrow();
  expect(keptAfter('revoke', '', 'Quyết định 9')).toBe('revoked');
});
