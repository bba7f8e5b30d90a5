import { expect, test } from 'vitest';
import { clockOf, dueAfter, workingDaysBetween } from './rules.ts';

// 2026: Thursday 30 April and Friday 1 May are off, Monday 27 April too; 10 January was a Saturday that was worked.
const DAYS = new Map([
  ['2026-04-27', false],
  ['2026-04-30', false],
  ['2026-05-01', false],
  ['2026-01-02', false],
  ['2026-01-10', true],
]);

test.each([
  ['2026-04-24', '2026-04-28', 1],
  ['2026-04-28', '2026-05-04', 2],
  ['2026-05-04', '2026-04-28', -2],
  ['2026-01-09', '2026-01-12', 2],
  ['2026-01-01', '2026-01-05', 1],
  ['2026-03-10', '2026-03-10', 0],
])('from %s to %s are %i working days', (from, to, count) => expect(workingDaysBetween(from, to, DAYS)).toBe(count));

test.each([
  ['2026-04-24', 1, '2026-04-28'],
  ['2026-04-28', 2, '2026-05-04'],
  ['2026-01-09', 1, '2026-01-10'],
  // What comes on a Sunday begins to count on Monday.
  ['2026-03-08', 1, '2026-03-09'],
])('what came on %s with %i days is due on %s', (from, days, due) => expect(dueAfter(from, days, DAYS)).toBe(due));

test('a clock says how near it is in working days, and the day where it is far', () => {
  const today = '2026-03-10';
  expect([
    clockOf('2026-03-06', -2, today),
    clockOf('2026-03-09', 0, today),
    clockOf('2026-03-10', 0, today),
    clockOf('2026-03-12', 2, today),
    clockOf('2026-11-15', 170, today),
  ]).toEqual([
    { kind: 'over', count: 2 },
    { kind: 'just_over', count: 0 },
    { kind: 'today', count: 0 },
    { kind: 'near', count: 2 },
    { kind: 'far', count: 0 },
  ]);
});
