import { describe, expect, test } from 'vitest';
import { told, UNITS } from '../../../../tests/fixtures/lines.ts';

const HEAD = 'STT | Tên mô hình | Chủ thể | Lĩnh vực | Loại';
const ROW = '1 | A | Hội Nông dân | KT | TT';
const unitOf = (title: string, sheetName = 'Sheet1', rows = `${HEAD}\n${ROW}`) =>
  told(`${title}\n${rows}`, { sheetName }).rows.map((row) => row.split(' | ').slice(3).join(' '))[0];

describe('a row that names no unit lies where its sheet says', () => {
  test.each([
    ['UBND HUYỆN GIANG THÀNH | ĐẢNG CỘNG SẢN\nĐẢNG ỦY XÃ VĨNH PHÚ NĂM 2019', 'Sheet1', '30791 KT collective -'],
    ['DANH SÁCH', 'Xã Phú Mỹ', '30799 KT collective -'],
    ['HUYỆN ỦY GIỒNG RIỀNG', 'Vĩnh Phú', '30947 KT collective -'],
    ['DANH SÁCH', '2. P.Vĩnh Thanh', '30733 KT collective -'],
  ])('%j, sheet %j', (title, sheet, said) => expect(unitOf(title, sheet)).toBe(said));

  test.each([
    ['two communes', 'CỤM XÃ PHÚ MỸ, XÃ PHÚ LỢI', 'Sheet1', 'unit.missing'],
    ['where the office sits', 'Xã Phú Mỹ, ngày 5 tháng 3 năm 2019', 'Sheet1', 'unit.missing'],
    ['a district and its township of one name', 'DANH SÁCH', 'Kiên Lương', 'unit.missing'],
    ['two communes of one name', 'DANH SÁCH', 'Vĩnh Phú', 'unit.missing'],
    ['a district', 'HUYỆN GIANG THÀNH', 'Sheet1', 'unit.wrong_level'],
  ])('%s is no answer', (_what, title, sheet, code) => expect(unitOf(title, sheet)).toContain(code));
});

describe('a list that another office has titled', () => {
  const idOf = (code: string) => UNITS.find((unit) => unit.code === code)!.id;
  const read = (title: string, more: Parameters<typeof told>[1]) =>
    told(`${title}\n${HEAD}\n${ROW}`, more).rows[0]!.split(' | ').slice(3).join(' ');
  test.each([
    ['ĐẢNG ỦY XÃ PHÚ LỢI', 'Sheet1'],
    ['HUYỆN ỦY AN BIÊN', 'Sheet1'],
    ['DANH SÁCH', 'Phú Lợi'],
  ])('%s, sheet %s: is not the commune’s', (title, sheetName) =>
    expect(read(title, { sheetName, officeId: idOf('30799') })).toBe('- KT collective - unit.outside@null'),
  );
  test('is not the district’s', () =>
    expect(read('HUYỆN ỦY AN BIÊN', { officeId: idOf('914'), level: 'district' })).toContain('unit.outside'));
  test('but its rows may name their own units', () => {
    const rows = ROW.replace('Hội Nông dân', 'Hội Nông dân xã Phú Lợi');
    const list = told(`HUYỆN ỦY AN BIÊN\n${HEAD}\n${rows}`, { officeId: idOf('914') });
    expect(list.rows[0]).toContain('| 30797 |');
  });
  test.each(['ĐẢNG ỦY XÃ PHÚ MỸ', 'HUYỆN ỦY GIANG THÀNH', 'CỤM XÃ PHÚ LỢI - XÃ PHÚ MỸ', 'DANH SÁCH'])(
    '%s says nothing against it',
    (title) => expect(read(title, { officeId: idOf('30799') })).toBe('30799 KT collective -'),
  );
});

test('of two communes of one name the one is meant that lies in the title’s district, unless the row says otherwise', () => {
  const rows = `STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Loại
1 | A | Hội | Vĩnh Phú | KT | TT
2 | B | Hội | Vĩnh Phú, Giồng Riềng | KT | TT
3 | C | Hội | Xã Phú Mỹ | KT | TT`;
  const read = told(`HUYỆN GIANG THÀNH\n${rows}`).rows.map((row) => row.split(' | ')[3]);
  expect(read).toEqual(['30791', '30947', '30799']);
});

test('a title may name its one district twice', () => {
  const rows = `STT | Tên mô hình | Chủ thể | Lĩnh vực | Loại\nI. XÃ VĨNH PHÚ\n1 | A | Hội | KT | TT`;
  const read = told(`HUYỆN ỦY GIANG THÀNH\nDANH SÁCH CỦA HUYỆN GIANG THÀNH NĂM 2019\n${rows}`).rows;
  expect(read[0]).toContain('| 30791 |');
});

test.each([
  ['Cá nhân', 'DANH SÁCH', 'KT individual'],
  ['Sheet1', 'I. DANH SÁCH CÁ NHÂN\nLĩnh vực: Quốc phòng - an ninh', 'QPAN individual'],
  ['VH-XH', 'Các tập thể và cá nhân; lĩnh vực: Kinh tế; văn hóa - xã hội', 'VHXH collective'],
  ['Sheet1', 'DANH SÁCH TẬP THỂ, CÁ NHÂN', '- collective'],
])('sheet %j, title %j say %s of rows without such columns', (sheetName, title, said) => {
  const field = sheetName === 'Cá nhân' ? ['| Lĩnh vực', '| KT'] : ['', ''];
  const rows = `${title}\nSTT | Tên mô hình | Chủ thể | Xã ${field[0]}\n1 | A | Hội | Xã Phú Mỹ ${field[1]}`;
  expect(told(rows, { sheetName }).rows[0]?.split(' | ').slice(4, 6).join(' ')).toBe(said);
});
