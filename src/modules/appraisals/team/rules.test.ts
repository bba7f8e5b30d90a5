import { expect, test } from 'vitest';
import { balance, everybody } from './rules.ts';

const work = (id: number, conflicts: number[] = [], readers: number[] = []) => ({ id, conflicts, readers });
const members = (...loads: number[]) => new Map(loads.map((load, at) => [at + 1, load]));

test('work is shared evenly, and nobody reads what they are in conflict with', () => {
  const works = Array.from({ length: 9 }, (_, at) => work(at + 1, at < 3 ? [1] : []));
  const { pairs, short } = balance(works, members(0, 0, 0), 2, null);
  const loads = [1, 2, 3].map((person) => pairs.filter((pair) => pair.personId === person).length);
  expect(loads).toEqual([6, 6, 6]);
  expect(short).toEqual([]);
  expect(pairs.filter((pair) => pair.personId === 1 && pair.registrationId <= 3)).toEqual([]);
});

test('nobody has more than the cap, and what nobody was found for is named', () => {
  const { pairs, short } = balance([work(1), work(2), work(3)], members(0, 1), 1, 1);
  expect(pairs).toEqual([{ registrationId: 1, personId: 1 }]);
  expect(short).toEqual([2, 3]);
});

test('whoever reads already is counted and not asked again', () => {
  expect(balance([work(1, [], [2])], members(5, 0), 2, null).pairs).toEqual([{ registrationId: 1, personId: 1 }]);
  expect(everybody([work(1, [3], [2])], [1, 2, 3])).toEqual([{ registrationId: 1, personId: 1 }]);
});
