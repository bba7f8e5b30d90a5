import { expect, test } from 'vitest';
import { inTreeOrder, isBrief, midSentence, type PlaceChoice, placeOf } from './rules.ts';

test.each([
  ['Xã Vĩnh Phú', 'Huyện Giang Thành', 'Xã Vĩnh Phú, Giang Thành'],
  ['Phường Vĩnh Thanh', 'Thành phố Rạch Giá', 'Phường Vĩnh Thanh, Rạch Giá'],
  ['Tỉnh Kiên Giang', null, 'Tỉnh Kiên Giang'],
  [null, null, ''],
])('a place as one says it: %s, %s', (unit, parent, said) => {
  expect(placeOf(unit, parent)).toBe(said);
});

test('in the middle of a sentence only the kind of a place is small', () => {
  expect(['Xã Vĩnh Phú', 'Thị trấn Thứ Mười Một', 'Thạnh Lộc'].map(midSentence)).toEqual([
    'xã Vĩnh Phú',
    'thị trấn Thứ Mười Một',
    'Thạnh Lộc',
  ]);
});

test('units are chosen from as a tree, numbers by value, whatever the order they come in', () => {
  const place = (id: number, parentId: number, name: string): PlaceChoice => ({ id, parentId, name });
  const places = [
    place(11, 2, 'Phường 10'),
    place(4, 9, 'Xã lẻ loi'),
    place(12, 2, 'Phường 2'),
    place(3, 1, 'Huyện An Biên'),
    place(2, 1, 'Thành phố Rạch Giá'),
  ];
  expect(inTreeOrder(places).map(({ id, depth }) => [id, depth])).toEqual([
    [3, 0],
    [4, 0],
    [2, 0],
    [12, 1],
    [11, 1],
  ]);
});

test('a line from a list is brief, a whole form is not', () => {
  const nothing = {
    reason: '',
    objectives: '',
    content: 'Làm.',
    outputs: '',
    place: 'Ấp Một',
    forces: '',
    resources: '',
    sustaining: '',
  };
  expect([isBrief(nothing), isBrief({ ...nothing, reason: 'Vì.' })]).toEqual([true, false]);
});
