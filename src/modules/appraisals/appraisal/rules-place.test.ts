import { expect, test } from 'vitest';
import { placeOf, readPlace } from './rules-place.ts';

test('a place is read as it was written', () => {
  const place = { since: '2019-11-20 15:00:00.123456+07', id: 42 };
  expect(readPlace(placeOf(place.since, place.id))).toEqual(place);
});

test.each([undefined, '', '42', '42_', 'x_2019-11-20T15:00:00+07', '42_now', "42_2019-11-20T15:00:00+07';--"])(
  '%j is no place',
  (text) => expect(readPlace(text)).toBeUndefined(),
);
