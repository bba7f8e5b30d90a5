import { expect, test } from 'vitest';
import { stationDays } from '#modules/initiatives/clock/rules.ts';
import type { State } from './rules.ts';
import { wayOf } from './rules-steps.ts';

const story = (state: State, more = {}) => ({
  state,
  submittedOn: '2026-01-15',
  carriedOutOn: null,
  decidedOn: null,
  events: [],
  ...more,
});
const shape = (state: State, more = {}) => wayOf(story(state, more)).map((step) => `${step.state} ${step.day ?? '-'}`);

test.each([
  ['submitted', ['now 2026-01-15', 'later -', 'later -', 'later -', 'later -']],
  ['returned', ['now 2026-01-15', 'later -', 'later -', 'later -', 'later -']],
  ['accepted', ['done 2026-01-15', 'now 2026-02-01', 'later -', 'later -', 'later -']],
] as const)('%s', (state, steps) => {
  expect(shape(state, { events: [{ act: 'accept', day: '2026-02-01' }] })).toEqual(steps);
});

test('time at a station is summed over every stay, and the clock of another stands meanwhile', () => {
  const came = (state: State, workingDay: number) => ({ state, workingDay, today: 40 });
  // Sent, returned, sent again, taken in, and waiting for appraisal since; the latest first.
  const events = [
    came('self_assessed', 30),
    came('accepted', 12),
    came('submitted', 11),
    came('returned', 4),
    came('submitted', 1),
  ];
  expect(stationDays(events)).toEqual([
    { station: 'accept', days: 4 },
    { station: 'mend', days: 7 },
    { station: 'appraise', days: 10 },
  ]);
});

test('recognised: the whole way, by facts where a list was read in', () => {
  const read = { carriedOutOn: '2019-12-01', decidedOn: '2019-12-20', events: [{ act: 'import', day: '2026-01-02' }] };
  expect(shape('recognised', read)).toEqual([
    'done 2026-01-15',
    'done -',
    'done 2019-12-01',
    'done -',
    'done 2019-12-20',
  ]);
});

test('withdrawn early: only what was passed is done, and the end says when', () => {
  expect(shape('withdrawn', { events: [{ act: 'withdraw', day: '2026-03-01' }] })).toEqual([
    'done 2026-01-15',
    'later -',
    'later -',
    'later -',
    'now 2026-03-01',
  ]);
});
