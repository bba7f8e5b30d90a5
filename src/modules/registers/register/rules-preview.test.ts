import { expect, test } from 'vitest';
import { drawn } from '../../../../tests/fixtures/lines.ts';
import { linesToMend } from './rules-mend.ts';
import { briefly, columnsOf, expectation, mappingIn, repairedCells, willDo } from './rules-preview.ts';

test('columns are shown with their letter, heading, meaning and the first different things in them', () => {
  const lines = drawn('STT | Tên mô hình | | Ghi chú\n1 | A | thừa\n2 | B | thừa\n3 | C\n4 | D');
  const heading = { row: 1, first: 1, columns: ['STT', 'Tên mô hình', '', 'Ghi chú'] };
  expect(columnsOf(heading, { 0: 'number', 1: 'name' }, lines.slice(1))).toEqual([
    { column: 0, letter: 'A', heading: 'STT', meaning: 'number', samples: ['1', '2', '3'] },
    { column: 1, letter: 'B', heading: 'Tên mô hình', meaning: 'name', samples: ['A', 'B', 'C'] },
    { column: 2, letter: 'C', heading: '', meaning: '', samples: ['thừa'] },
    { column: 3, letter: 'D', heading: 'Ghi chú', meaning: '', samples: [] },
  ]);
});

test('a form names columns; other boxes and empty ones are none', () => {
  expect(
    mappingIn({ 'column-0': 'number', 'column-12': 'name', 'column-3': '', key: 'x', 'column-x': 'name' }),
  ).toEqual({
    0: 'number',
    12: 'name',
  });
});

test('cells that were put right are told with both texts, in the columns that are read', () => {
  const rows = [
    {
      row: 8,
      raw: ['1', 'VËn ®éng quÇn chóng', 'VËn ®éng'],
      cells: ['1', 'Vận động quần chúng', 'Vận động'],
      changed: [1, 2],
    },
    { row: 9, raw: ['2', 'Vận động'], cells: ['2', 'Vận động'], changed: [] },
  ];
  expect(repairedCells(rows, () => ({ 1: 'name' }), 10)).toEqual([
    { row: 8, letter: 'B', before: 'VËn ®éng quÇn chóng', after: 'Vận động quần chúng' },
  ]);
  expect(repairedCells([rows[0]!, rows[0]!, rows[0]!], () => ({ 1: 'name', 2: 'note' }), 3)).toHaveLength(3);
});

test.each([
  [{ created: 7331, updated: 0, invalid: 6, conflicting: 0 }, 'register.do.created.bad', 6],
  [{ created: 10, updated: 0, invalid: 0, conflicting: 0 }, 'register.do.created', 0],
  [{ created: 0, updated: 5, invalid: 0, conflicting: 2 }, 'register.do.updated.left', 2],
  [{ created: 1, updated: 5, invalid: 1, conflicting: 2 }, 'register.do.both.left', 3],
])('what pressing does is said: %j', (counts, key, left) => {
  expect(willDo(counts)).toEqual({ key, params: { created: counts.created, updated: counts.updated, left } });
});

test('nothing to write is no press', () => {
  expect(willDo({ created: 0, updated: 0, invalid: 4, conflicting: 1 })).toBeNull();
  expect(expectation({ created: 1, updated: 2, invalid: 3, conflicting: 4 })).toBe('1-2-3-4');
});

test('a long text is cut with a mark', () => {
  expect([briefly('ngắn', 10), briefly('một câu khá dài', 8)]).toEqual(['ngắn', 'một câu…']);
  expect([briefly('kiểu mẫu, tuyến đường', 14), briefly('k'.repeat(20), 10)]).toEqual([
    'kiểu mẫu…',
    `${'k'.repeat(9)}…`,
  ]);
});

test('a row to mend stands under the headings that say where it belongs, and under no others', () => {
  const lines = drawn(`
TT | Tên mô hình | Xã
I | Huyện An Biên |
1 | Tốt | Xã Nam Yên
II | Huyện Châu Thành |
2 | Hỏng một | Xã Lạ
3 | Hỏng hai | Xã Lạ
III | Huyện Kiên Hải |
IV | Huyện An Minh |
4 | Hỏng ba | Xã Lạ`);
  const [, ...body] = lines;
  const sections = body.filter((line) => /^[IV]+$/.test(line.cells[0]!));
  const left = body.filter((line) => line.cells[1]?.startsWith('Hỏng'));
  const mapping = { 0: 'number', 1: 'name', 2: 'commune' } as const;
  expect(linesToMend(sections, left, mapping, []).map(({ cells, number }) => [cells[1], number])).toEqual([
    ['Huyện Châu Thành', null],
    ['Hỏng một', 5],
    ['Hỏng hai', 6],
    ['Huyện An Minh', null],
    ['Hỏng ba', 9],
  ]);
});
