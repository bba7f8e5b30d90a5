import { expect, test } from 'vitest';
import { drawn } from '../../../../tests/fixtures/lines.ts';
import { findRegisters, lineNumber, rowOf, sheetOf } from './rules.ts';

const list = 'STT | Tên mô hình | Xã\n1 | A | Xã Phú Mỹ\n2 | B | Xã Phú Mỹ';
const sheet = (name: string, picture: string) => ({ name, rows: drawn(picture) });
const told = (...sheets: ReturnType<typeof sheet>[]) =>
  findRegisters(sheets).map((found) => `${found.sheet.name} ${found.rows}${found.read ? ' read' : ''}`);

test('the register is found behind a summary; an old one and a sample are only told', () => {
  const found = findRegisters([
    sheet('Tổng hợp', 'STT | Đơn vị | Số mô hình\n1 | Xã Phú Mỹ | 51'),
    sheet('Cũ', 'STT | Tên mô hình | Xã\n1 | A | Xã Phú Mỹ'),
    sheet('Danh sách', list),
    sheet('Mẫu', 'STT | Tên mô hình | Xã'),
  ]);
  expect(found.map((one) => [one.sheet.name, one.read])).toEqual([
    ['Cũ', false],
    ['Danh sách', true],
  ]);
  expect([found[1]?.heading.row, found[1]?.mapping]).toEqual([1, { 0: 'number', 1: 'name', 2: 'commune' }]);
});

test('sheets of several communes are all read, whatever they are called', () => {
  const commune = (place: string) => `STT | Tên mô hình | Xã\n1 | Của ${place} | ${place}\n2 | Thêm | ${place}`;
  expect(
    told(
      sheet('Phú Mỹ', commune('Xã Phú Mỹ')),
      sheet('Cà Mau', commune('Xã Phú Lợi')),
      sheet('Sheet3', commune('Xã B')),
    ),
  ).toEqual(['Phú Mỹ 2 read', 'Cà Mau 2 read', 'Sheet3 2 read']);
});

test('models of one name in the sheets of several communes are no copies', () => {
  const own = 'STT | Tên mô hình | Chủ thể\n1 | Hũ gạo tình thương | Hội Phụ nữ';
  expect(told(sheet('Xã Phú Mỹ', own), sheet('Xã Phú Lợi', own), sheet('Trích', own))).toEqual([
    'Xã Phú Mỹ 1 read',
    'Xã Phú Lợi 1 read',
    'Trích 1',
  ]);
  const titled = (place: string) => sheet(place.slice(-4), `ĐẢNG ỦY ${place}\n${own}`);
  expect(told(titled('XÃ PHÚ MỸ'), titled('XÃ PHÚ LỢI'), sheet('Trích', `ĐẢNG ỦY XÃ PHÚ MỸ\n${own}`))).toEqual([
    'Ú MỸ 1 read',
    ' LỢI 1 read',
    'Trích 1',
  ]);
});

test('a copy, another year and what has other columns are only told', () => {
  const more = `${list}\n3 | C | Xã Phú Mỹ`;
  expect(
    told(
      sheet('2019', more),
      sheet('2018', 'STT | Tên mô hình | Xã\n1 | Cũ rồi | Xã Phú Mỹ'),
      sheet('2019 (2)', 'STT | Tên mô hình | Xã\n1 | Khác | Xã Phú Mỹ'),
      sheet('Trích', list),
      sheet('Mô hình hay', 'STT | Tên mô hình | Kinh phí\n1 | Hay | 20'),
    ),
  ).toEqual(['2019 3 read', '2018 1', '2019 (2) 1', 'Trích 2', 'Mô hình hay 1']);
});

test('of sheets of several years that of the list’s year is read, by its name or its title', () => {
  const of = (year: number) => `DANH SÁCH NĂM ${year}\n\nSTT | Tên mô hình | Xã\n1 | Của ${year} | Xã Phú Mỹ`;
  const years = (names: string[], year: number) =>
    findRegisters(
      names.map((name, at) => sheet(name, of(2018 + at))),
      year,
    ).flatMap((one) => (one.read ? one.sheet.name : []));
  expect(years(['Năm 2018', 'Năm 2019', 'Năm 2020'], 2019)).toEqual(['Năm 2019']);
  expect(years(['Sheet1', 'Sheet2'], 2019)).toEqual(['Sheet2']);
  expect(years(['Sheet1', 'Sheet2'], 2021)).toEqual(['Sheet1']);
});

test('a file of letters holds none', () => {
  expect(findRegisters([sheet('', 'Kính gửi: Ban Chỉ đạo\nXã báo cáo như sau')])).toEqual([]);
});

test('a line is known by its sheet and its row', () => {
  expect([lineNumber(0, 7), rowOf(lineNumber(3, 7)), sheetOf(lineNumber(3, 7))]).toEqual([7, 7, 3]);
});
