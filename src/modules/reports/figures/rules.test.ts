import { expect, test } from 'vitest';
import { changeOf, type Figure, isWorthALook, MANY, NOTHING, plus, rate } from './rules.ts';

const figure = (registered: number, recognised: number): Figure => ({ ...NOTHING, registered, recognised });

test.each([
  [6568, 7736, 84.9],
  [0, 12, 0],
  [12, 12, 100],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 16, 6.3],
  [0, 0, null],
])('%i of %i is %s percent', (part, whole, percent) => {
  expect(rate(part, whole)).toBe(percent);
});

test('the change is taken line by line, its points between the rates as shown', () => {
  expect(changeOf(figure(7736, 6568), figure(7337, 6100))).toEqual({ registered: 399, recognised: 468, rate: 1.8 });
  expect(changeOf(figure(10, 1), figure(12, 12))).toEqual({ registered: -2, recognised: -11, rate: -90 });
});

test('without a year before there is no change; without a denominator in either year no points', () => {
  expect(changeOf(figure(10, 1), null)).toBeNull();
  expect(changeOf(figure(10, 1), figure(0, 0))).toEqual({ registered: 10, recognised: 1, rate: null });
  expect(changeOf(figure(0, 0), figure(10, 1))).toEqual({ registered: -10, recognised: -1, rate: null });
});

test.each([
  [figure(501, 501), true],
  [figure(MANY, MANY), true],
  [figure(MANY - 1, MANY - 1), false],
  [figure(7736, 7735), false],
  [figure(0, 0), false],
])('%o is worth a look: %s', (one, worth) => {
  expect(isWorthALook(one)).toBe(worth);
});

test('all five words are added', () => {
  const one: Figure = { registered: 5, carriedOut: 4, recognised: 3, outstanding: 2, commended: 1 };
  expect(plus(one, one)).toEqual({ registered: 10, carriedOut: 8, recognised: 6, outstanding: 4, commended: 2 });
});
