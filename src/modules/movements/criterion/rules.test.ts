import { expect, test } from 'vitest';
import { anchorsOf } from './rules.ts';

test('words for points are read line by line, in the order of the points', () => {
  expect(anchorsOf('10: rõ, đo được\n 0 - chưa có \n\n5 = có một phần', 10)).toEqual([
    { points: 0, words: 'chưa có' },
    { points: 5, words: 'có một phần' },
    { points: 10, words: 'rõ, đo được' },
  ]);
  expect(anchorsOf('', 10)).toEqual([]);
});

test.each(['rõ ràng', '11: quá thang', '5:', '-1: âm'])('a line %j is no such word', (line) => {
  expect(anchorsOf(line, 10)).toBeUndefined();
});
