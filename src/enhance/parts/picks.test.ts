import { expect, test } from 'vitest';
import { sentence } from './picks.ts';

const chosen = 'Đã chọn {n}: {names}';
const more = 'và {more} dòng nữa';

test('a few are named in full', () => {
  expect(sentence(['Hàng rào cây xanh'], chosen, more)).toBe('Đã chọn 1: Hàng rào cây xanh');
  expect(sentence(['A', 'B'], chosen, more)).toBe('Đã chọn 2: A; B');
});

test('of many the first two are named and the rest counted', () => {
  expect(sentence(['A', 'B', 'C', 'D'], chosen, more)).toBe('Đã chọn 4: A; B và 2 dòng nữa');
});

test('a name that looks like a replacement pattern stays as it is', () => {
  expect(sentence(['$& và {n}'], chosen, more)).toBe('Đã chọn 1: $& và {n}');
});

test('a very long name is cut, so that the bar keeps its height', () => {
  expect(sentence(['x'.repeat(300)], '{names}', more).length).toBeLessThanOrEqual(60);
});
