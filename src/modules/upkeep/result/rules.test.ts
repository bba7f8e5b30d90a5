import { expect, test } from 'vitest';
import { achieved, figureOf } from './rules.ts';

test('figures are read as people type them', () => {
  const read = { '1.250': 1250, '1.250,5': 1250.5, '1,250.5': 1250.5, '12,5': 12.5, '12.5': 12.5, ' 7 ': 7, '0': 0 };
  for (const [typed, value] of Object.entries(read)) expect([typed, figureOf(typed)]).toEqual([typed, value]);
  for (const typed of ['', '-5', 'nhiều', '1.2.3', '12,345.678', '1e3', '9999999999999'])
    expect([typed, figureOf(typed)]).toEqual([typed, null]);
});

test('what was brought about is the difference, or the whole', () => {
  expect(achieved({ before: null, after: 12.5 })).toBe(12.5);
  expect(achieved({ before: 0.1, after: 0.3 })).toBe(0.2);
  expect(achieved({ before: 20, after: 15 })).toBe(-5);
});
