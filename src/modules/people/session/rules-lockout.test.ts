import { expect, test } from 'vitest';
import { afterFailure, type Failures, minutesClosed, networkOf, placesOf, type Way } from './rules-lockout.ts';

const NOON = new Date('2020-02-24T12:00:00+07:00');
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const none = (way: Way): Failures => ({ way, what: 'x', count: 0, lastAt: NOON, closedUntil: null });
const wrong = (way: Way, times: number, at = NOON) =>
  Array.from({ length: times }).reduce<Failures>((before) => afterFailure(before, at), none(way));

test.each(['device', 'pair', 'confirm', 'mail'] as const)(
  'five wrong tries close a place (%s) for 15 minutes',
  (way) => {
    expect(minutesClosed([wrong(way, 4)], NOON)).toBe(0);
    const closed = wrong(way, 5);
    expect(minutesClosed([closed], NOON)).toBe(15);
    expect(minutesClosed([closed], after(14 * 60 + 1))).toBe(1);
    expect(minutesClosed([closed], after(15 * 60))).toBe(0);
    expect(afterFailure(closed, after(15 * 60))).toMatchObject({ count: 1, closedUntil: null });
  },
);

test('a name is never closed: beyond twenty wrong tries one in twenty seconds is looked at', () => {
  const guessed = wrong('name', 1000);
  const known = { ...none('pair'), count: 1 };
  expect(minutesClosed([wrong('name', 20), known], NOON)).toBe(0);
  expect(minutesClosed([guessed, known], after(19))).toBe(1);
  expect(minutesClosed([guessed, known], after(20))).toBe(0);
});

test('a place that was not wrong about the name yet is let try, however often others were', () => {
  expect(minutesClosed([wrong('name', 1000), none('pair')], NOON)).toBe(0);
});

test('one address is slowed after a hundred wrong tries at whatever names, and forgiven after an hour', () => {
  expect(minutesClosed([wrong('address', 100)], NOON)).toBe(0);
  expect(minutesClosed([wrong('address', 101)], after(9))).toBe(1);
  expect(minutesClosed([wrong('address', 101)], after(10))).toBe(0);
  expect(afterFailure(wrong('address', 101), after(3600)).count).toBe(1);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::9', '2001:db8:1:2::'],
  ['2001:db8::9', '2001:db8:0:0::'],
  ['::1', '0:0:0:0::'],
  ['', ''],
])('the address %j is counted as %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a known device is counted by itself, everybody else by address, name and both', () => {
  expect(placesOf('le.hoa', '203.0.113.7', 'ab')).toEqual([{ way: 'device', what: 'ab' }]);
  expect(placesOf('le.hoa', '203.0.113.7', undefined).map(({ way, what }) => `${way} ${what}`)).toEqual([
    'address 203.0.113.7',
    'name le.hoa',
    'pair 203.0.113.7 le.hoa',
  ]);
});
