import { expect, test } from 'vitest';
import { actorOf } from '../../../../tests/support/cast.ts';
import { sharesIn } from './policy.ts';
import { addressOf, columnsOf, viewOf } from './rules.ts';

const address = (text: string) => new URLSearchParams(text);

test('of an address only the view is kept: filters, order and known columns, never the page that was open', () => {
  const kept = viewOf(address('state=open&q=&after=abc&saved=3&columns=unit&columns=field,x&sort=-name&done=1'));
  expect(kept).toBe('state=open&sort=-name&columns=unit%2Cfield');
  expect(columnsOf(address(kept))).toEqual(['unit', 'field']);
  expect(addressOf({ id: 7, address: kept })).toBe(`/office/initiatives?${kept}&saved=7`);
});

test('a view is shared where its owner serves, and by nobody who serves nowhere', () => {
  expect(sharesIn(actorOf('commune_officer'))).toBe(actorOf('commune_officer').appointments[0]?.unitId);
  expect(sharesIn({ id: 1, name: 'x', appointments: [] })).toBeNull();
});
