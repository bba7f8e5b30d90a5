import { expect, test } from 'vitest';
import { PLACE, withParams } from './address.ts';

test('a change keeps the other parameters', () => {
  expect(withParams(new URLSearchParams('q=b%E1%BA%A3o&unit=7'), { unit: '9' })).toBe('?q=b%E1%BA%A3o&unit=9');
});

test('an empty value takes the parameter out, and the last one leaves a bare question mark', () => {
  expect(withParams(new URLSearchParams('unit=7&x=1'), { unit: '' })).toBe('?x=1');
  expect(withParams(new URLSearchParams('unit=7'), { unit: null })).toBe('?');
});

test('a new filter starts at the first page', () => {
  expect(withParams(new URLSearchParams('after=abc&q=x'), { ...PLACE, q: 'y' })).toBe('?q=y');
});

test('the given query is left as it was', () => {
  const query = new URLSearchParams('a=1');
  withParams(query, { a: '2' });
  expect(query.toString()).toBe('a=1');
});
