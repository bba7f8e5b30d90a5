import { expect, test } from 'vitest';
import { parseRegister } from '#modules/registers/row/rules-list.ts';
import { findRegisters } from '#modules/registers/sheet/rules.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { FIELDS, UNITS } from '../../../../tests/fixtures/lines.ts';
import { type FixtureCell, workbook } from '../../../../tests/fixtures/workbook.ts';

const rows: FixtureCell[][] = [
  ['ĐẢNG BỘ HUYỆN GIANG THÀNH', '', '', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
  [],
  ['DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2019'],
  ['TT', 'Tên mô hình', 'Đơn vị', 'Chủ thể đăng ký', 'Lĩnh vực', 'Loại hình', '', 'Ngày đăng ký', 'Kết quả'],
  ['', '', '', '', '', 'Tập thể', 'Cá nhân'],
  [
    1,
    'Tuyến kênh không rác',
    'Xã Vĩnh Phú',
    'Hội Nông dân',
    'KT',
    'x',
    '',
    { xml: '<c s="1"><v>43529</v></c>' },
    { xml: '<c t="str"><f>IF(1,"Đạt")</f><v>Đạt</v></c>' },
  ],
  [2, { xml: '<c><f>HYPERLINK("http://x")</f></c>' }, '', 'Danh Hưởng', 'VH-XH', '', 'x', '', 'Không đạt'],
  [3, '<b>Khéo</b>', 'Xã Phú Lợi', 'Chi bộ', 'QPAN', 'x', '', '5/3/2019', ''],
  ['', 'Tổng cộng', '', '', '', 2, 1, '', { xml: '<c><f>COUNTA(I6:I8)</f><v>1</v></c>' }],
];
const merges = [
  'A3:I3',
  'F4:G4',
  ...['A', 'B', 'C', 'D', 'E', 'H', 'I'].map((column) => `${column}4:${column}5`),
  'C6:C7',
];

test('a workbook with merged cells, dates and formulas becomes models', async () => {
  const { sheets } = await readSheets(workbook({ 'Danh sách': rows }, { merges }), 'dang-ky.xlsx');
  const found = findRegisters(sheets)[0]!;
  const officeId = UNITS.find(({ code }) => code === '914')!.id;
  const read = parseRegister(found.sheet.rows, found.mapping, {
    heading: found.heading,
    units: UNITS,
    fields: FIELDS,
    level: 'commune',
    officeId,
    merges: found.sheet.merges ?? [],
  });
  const codeOf = (id: number | null) => UNITS.find((unit) => unit.id === id)?.code;
  expect(
    read.rows.map((row) => [row.row, row.name, codeOf(row.unitId), row.submittedOn, row.verdict, row.problems.length]),
  ).toEqual([
    [6, 'Tuyến kênh không rác', '30791', '2019-03-05', 'recognised', 0],
    [7, '=HYPERLINK("http://x")', '30791', null, 'not_recognised', 0],
    [8, '<b>Khéo</b>', '30797', '2019-03-05', null, 0],
  ]);
  expect(read.skipped.map(({ row, why }) => [row, why])).toEqual([[9, 'total']]);
});
