import { describe, expect, test } from 'vitest';
import { vi } from '#messages/vi.ts';
import { DUTY_KINDS, type Duty, daysBetween, dueOf, groupDuties, longDay, shortDay, weekEnd } from './rules.ts';

const duty = (key: string, more: Partial<Duty> = {}): Duty => ({
  key,
  kind: 'appraise',
  count: 1,
  names: [key],
  whose: '',
  where: '',
  level: 'commune',
  cycle: '2019',
  since: null,
  dueOn: null,
  daysLeft: null,
  href: '/',
  ...more,
});

describe('when something is due', () => {
  // 24/02/2020 is a Monday.
  test.each([
    ['2020-02-23', 'overdue'],
    ['2020-02-24', 'today'],
    ['2020-02-25', 'week'],
    ['2020-03-01', 'week'],
    ['2020-03-02', 'later'],
    [null, 'later'],
  ])('%s is %s', (day, due) => expect(dueOf(day, '2020-02-24')).toBe(due));

  test('a week ends on its Sunday, which belongs to it', () => {
    expect([weekEnd('2020-02-24'), weekEnd('2020-02-29'), weekEnd('2020-03-01')]).toEqual(Array(3).fill('2020-03-01'));
  });
  test('days are counted over months, both ways', () => {
    expect([daysBetween('2020-02-24', '2020-03-01'), daysBetween('2020-03-01', '2020-02-24')]).toEqual([6, -6]);
  });
});

test('groups come in the order of time, the most urgent first in each, and empty ones are left out', () => {
  const groups = groupDuties(
    [
      duty('c', { dueOn: '2020-02-24' }),
      duty('b', { dueOn: '2020-02-20', count: 7 }),
      duty('a', { dueOn: '2020-02-10' }),
      duty('d'),
    ],
    '2020-02-24',
  );
  expect(groups.map((group) => [group.due, group.count, group.duties.map((each) => each.key)])).toEqual([
    ['overdue', 8, ['a', 'b']],
    ['today', 1, ['c']],
    ['later', 1, ['d']],
  ]);
});

test('on one day what was sent back comes before what waits for a verdict, and the older before the newer', () => {
  const dueOn = '2020-02-24';
  const [group] = groupDuties(
    [
      duty('new', { dueOn, since: new Date(2) }),
      duty('old', { dueOn, since: new Date(1) }),
      duty('mine', { dueOn, kind: 'send_again', since: new Date(3) }),
    ],
    dueOn,
  );
  expect(group?.duties.map((each) => each.key)).toEqual(['mine', 'old', 'new']);
});

test('a day with its weekday, in both languages', () => {
  expect(longDay('2020-02-24', 'vi')).toBe('Thứ Hai, ngày 24 tháng 02 năm 2020');
  expect(longDay('2020-03-01', 'en')).toBe('Sunday 1 March 2020');
});

test('a day of this year goes without it, one of another year does not', () => {
  expect([shortDay('2020-02-28', '2020-02-24', 'vi'), shortDay('2020-02-28', '2020-02-24', 'en')]).toEqual([
    '28/02',
    '28 Feb',
  ]);
  expect([shortDay('2019-12-31', '2020-02-24', 'vi'), shortDay('2021-01-05', '2020-02-24', 'en')]).toEqual([
    '31/12/2019',
    '5 Jan 2021',
  ]);
});

test('every kind has its sentence, its button, and its words in the minutes of a handover', () => {
  const keys = DUTY_KINDS.flatMap((kind) => [`duty.${kind}.one`, `duty.${kind}.act`, `handover.kind.${kind}`]);
  expect(keys.filter((key) => !(key in vi))).toEqual([]);
});
