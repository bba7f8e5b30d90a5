import { expect, test } from 'vitest';
import { formatMoment } from './moments.ts';

test('an instant is written on Vietnam’s clock, day first', () => {
  const instant = new Date('2020-02-04T17:05:00Z');
  expect(formatMoment(instant, 'vi')).toBe('05/02/2020 00:05');
  expect(formatMoment(instant, 'en')).toBe('5 Feb 2020 00:05');
});
