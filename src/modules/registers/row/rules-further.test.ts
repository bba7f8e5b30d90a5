import { describe, expect, test } from 'vitest';
import { linesToMend } from '#modules/registers/register/rules-mend.ts';
import { partedLists } from '#modules/registers/sheet/rules-beside.ts';
import { drawn, told, UNITS } from '../../../../tests/fixtures/lines.ts';

describe('a further table', () => {
  const { rows, skipped, read, mapping } = told(`
A. TẬP THỂ
STT | Tên mô hình | Tập thể | Địa bàn | | Lĩnh vực | Kết quả |
 | | | Xã | Huyện | | Đạt | Không đạt
1 | Góp vốn | Hội Nông dân | Xã Phú Mỹ | Giang Thành | KT | x |
B. CÁ NHÂN
STT | Họ và tên cá nhân | Tên mô hình | Lĩnh vực | Địa bàn | | Kết quả |
 | | | | Xã | Huyện | Đạt | Không đạt
1 | Danh Hưởng | Vườn mẫu | KT | Xã Phú Mỹ | Giang Thành | x |
2 | Danh Hưởng | Nuôi lươn | Lạ | Xã Phú Lợi | Giang Thành | | x`);

  test('with a heading of two rows is read by it', () => {
    expect(rows).toEqual([
      '4 | Góp vốn | Hội Nông dân | 30799 | KT | collective | recognised',
      '8 | Vườn mẫu | Danh Hưởng | 30799 | KT | individual | recognised',
      '9 | Nuôi lươn | Danh Hưởng | 30797 | - | individual | not_recognised | field.unknown@3',
    ]);
    expect(skipped).toEqual(['5 section', '6 table', '7 table']);
  });

  test('keeps both rows of it in the file of what is to be mended', () => {
    const sections = read.skipped.map(({ row, text }) => ({ number: row, cells: [text] }));
    const left = [{ number: 9, cells: ['2'] }];
    expect(linesToMend(sections, left, mapping, []).map(({ cells }) => cells[0]?.slice(0, 12))).toEqual([
      'B. CÁ NHÂN',
      'STT | Họ và ',
      'Xã | Huyện |',
      '2',
    ]);
  });
});

test("strokes, 'nt' and 'như trên' stand for the cell above, up to the next heading", () => {
  const { rows, read } = told(`
TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Tập thể | Cá nhân | Kết quả
1 | A | Hội Nông dân | Xã Phú Mỹ | KT | x | | Đạt
2 | B | " | nt | -nt- | " | | //
3 | C | Như trên | '' | “ | x | | ”
Xã Phú Lợi
4 | D | Hội | nt | KT | x | |`);
  expect(rows).toEqual([
    '2 | A | Hội Nông dân | 30799 | KT | collective | recognised',
    '3 | B | Hội Nông dân | 30799 | KT | collective | recognised',
    '4 | C | Hội Nông dân | 30799 | KT | collective | recognised',
    '6 | D | Hội | - | KT | collective | - | unit.unknown@3',
  ]);
  expect(read.rows[1]!.notes[0]).toMatchObject({ code: 'cell.from_above', column: 2, params: { first: 2 } });
});

test('a heading of two rows that is merged nowhere, with an addition in brackets', () => {
  const list = `
DANH SÁCH
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | | Loại hình | Công nhận
 | (ghi rõ) | | | KT | VH-XH | (TT/CN) |
1 | A | Hội | Xã Phú Mỹ | | + | TT | x`;
  const merges = [{ top: 1, left: 0, bottom: 1, right: 7 }];
  expect(told(list, { merges }).rows).toEqual(['4 | A | Hội | 30799 | VHXH | collective | recognised']);
});

test('what stands in brackets by itself is a remark', () => {
  const list = 'TT | Tên mô hình | Chủ thể | Xã\n | (đăng ký bổ sung)\n1 | A | Hội | Xã Phú Mỹ';
  expect(told(list).skipped).toEqual(['2 foot']);
});

test('lists beside each other are each read, in their own columns', () => {
  const rows = drawn(`
ĐẢNG ỦY XÃ PHÚ MỸ
TẬP THỂ | | | | CÁ NHÂN
STT | Tên mô hình | Chủ thể | | STT | Tên mô hình | Chủ thể
1 | A | Hội Nông dân | | 1 | B | Danh Hưởng
 | | | | 2 | C | Danh Út`);
  const lists = partedLists({ name: 'DS', rows });
  const office = { officeId: UNITS[0]!.id, fieldId: 1 };
  expect(lists.map((list) => told([...list.rows], office).rows)).toEqual([
    ['4 | A | Hội Nông dân | 30799 | KT | collective | -'],
    ['4 | B | Danh Hưởng | 30799 | KT | individual | -', '5 | C | Danh Út | 30799 | KT | individual | -'],
  ]);
  expect(lists[1]!.rows.at(-1)!.cells).toEqual(['', '', '', '', '2', 'C', 'Danh Út']);
});

test.each(['Lũy kế từ đầu năm', 'Tỷ lệ (%)', 'Tỉ lệ đạt'])('%s beside figures is a sum', (words) => {
  expect(told(`TT | Tên mô hình | Chủ thể | Xã\n1 | A | Hội | Xã Phú Mỹ\n | ${words} | 12 | 85,5`).skipped).toEqual([
    '3 total',
  ]);
});
