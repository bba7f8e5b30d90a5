import { expect, test } from 'vitest';
import { PAGE, type Progress, shownIn, shownOf } from './rules.ts';

const unit = (id: number, wanted: number | null, registered = 0): Progress => ({
  ...{ id, name: id === 1 ? 'Xã Vĩnh Điều' : `Xã số ${id}`, wanted, registered },
  ...{ forwardMost: null, recognised: 0, forwarded: 0, registeredRate: null, recognisedRate: null },
});
const rows = [
  unit(1, null),
  unit(2, 5, 5),
  unit(3, 5, 4),
  ...Array.from({ length: 40 }, (_, at) => unit(at + 4, 1, 1)),
];
const found = (address: string) => {
  const { page, count } = shownOf(rows, shownIn(new URLSearchParams(address)));
  return [page.slice(0, 2).map(({ id }) => id), count];
};

test('units are found by a part of their name without marks, by how they stand, and a page at a time', () => {
  expect(found('')).toEqual([[1, 2], 43]);
  expect(found('q=vinh dieu')).toEqual([[1], 1]);
  expect(found('show=none')).toEqual([[1], 1]);
  expect(found('show=given')).toEqual([[2, 3], 42]);
  expect(found('show=behind')).toEqual([[3], 1]);
  expect(found(`after=${PAGE}`)).toEqual([[26, 27], 43]);
  expect(found('after=-1&show=x')).toEqual([[1, 2], 43]);
});
