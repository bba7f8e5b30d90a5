import { expect, test } from 'vitest';
import { type PublicMember, publicFamily } from './rules-family.ts';

const member = (id: number, parentId: number | null, name: string | null): PublicMember => ({
  ...{
    id,
    parentId,
    name,
    day: `2026-03-0${id}`,
    code: name && `M-${id}`,
    unitId: name === null ? null : 4,
    unit: name && 'Xã A',
  },
});

test('the public sees what is published, under the nearest published one; what is not is a number, and none if they are few', () => {
  const family = [
    member(1, null, 'gốc'),
    member(2, 1, null),
    member(3, 2, 'cháu'),
    member(4, 1, 'con'),
    member(5, 1, null),
  ];
  const { members, others } = publicFamily(family);
  expect(members.map(({ name, parentId, generation }) => [name, parentId, generation])).toEqual([
    ['gốc', null, 0],
    ['cháu', 1, 1],
    ['con', 1, 1],
  ]);
  expect(others).toBe(0);
  expect(publicFamily([...family, member(6, 1, null)]).others).toBe(3);
});
