import { describe, expect, test } from 'vitest';
import { hasLostLetters } from '#modules/registers/cell/rules-letters.ts';
import { drawn, told, UNITS } from '../../../../tests/fixtures/lines.ts';

const idOf = (code: string) => UNITS.find((unit) => unit.code === code)!.id;

test('a list of a finished year with ticks, a sum and a signature block', () => {
  const { rows, skipped } = told(`
TỈNH ỦY KIÊN GIANG | | | ĐẢNG CỘNG SẢN VIỆT NAM
DANH SÁCH
STT | Tên mô hình | Chủ thể đăng ký | Xã, phường, thị trấn | Huyện, thành phố | Lĩnh vực | Tập thể | Cá nhân | Kết quả
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9)
1 | Tuyến kênh không rác | Hội Nông dân | Xã Vĩnh Phú | Huyện Giang Thành | Kinh tế | x | | Đạt
2 | Ngày thứ bảy vì dân | Danh Hưởng | Xã Vĩnh Phú | H. Giồng Riềng | VH-XH | | X | Không đạt (chưa có sản phẩm)
 | Tổ tự quản | Công an | P. Vĩnh Thanh | TP. Rạch Giá | QP-AN | x | |
STT | Tên mô hình | Chủ thể đăng ký | Xã, phường, thị trấn | Huyện, thành phố | Lĩnh vực | Tập thể | Cá nhân | Kết quả
4 | Cộng đồng chung tay | Chi bộ 1 | Xã Bình An | Kiên Lương | XD HTCT | x | | Đạt
 | Tổng cộng: 4 mô hình | | | | | 3 | 1 | 2 đạt

 | | | | | Rạch Giá, ngày 05 tháng 12 năm 2018
 | Nơi nhận: | | | | TM. BAN CHỈ ĐẠO
 | - Như trên; | | | | PHÓ TRƯỞNG BAN
 | | | | | Nguyễn Văn Đủ`);
  expect(rows).toEqual([
    '5 | Tuyến kênh không rác | Hội Nông dân | 30791 | KT | collective | recognised',
    '6 | Ngày thứ bảy vì dân | Danh Hưởng | 30947 | VHXH | individual | not_recognised',
    '7 | Tổ tự quản | Công an | 30733 | QPAN | collective | -',
    '9 | Cộng đồng chung tay | Chi bộ 1 | 30808 | HTCT | collective | recognised',
  ]);
  expect(skipped).toEqual(['4 column_numbers', '8 heading', '10 total', '12 foot', '13 foot', '14 foot', '15 foot']);
});

test('every kind of bad row is told with its column', () => {
  const { rows } = told(`
STT | Tên mô hình | Chủ thể | Xã | Huyện | Lĩnh vực | Tập thể | Cá nhân | Kết quả
1 | | Hội Nông dân | Xã Bình An | Châu Thành | Kinh tế | x | | Đạt
2 | A | | Xã Bình An | Châu Thành | Kinh tế | x | | Đạt
3 | B | Hội Nông dân | Xã Lạ | Châu Thành | Kinh tế | x | | Đạt
4 | C | Hội Nông dân | Xã Bình An | Giồng Riềng | Kinh tế | x | | Đạt
5 | D | Hội Nông dân | | Châu Thành | Kinh tế | x | | Đạt
6 | E | Hội Nông dân | Xã Bình An | | Kinh tế | x | | Đạt
7 | F | Hội Nông dân | Xã Bình An | Châu Thành | Thể thao | x | | Đạt
8 | G | Hội Nông dân | Xã Bình An | Châu Thành | | x | | Đạt
9 | H | Hội Nông dân | Xã Bình An | Châu Thành | Kinh tế | x | x | Đạt
10 | I | Hội Nông dân | Xã Bình An | Châu Thành | Kinh tế | | | Đạt
11 | J | Hội Nông dân | Xã Bình An | Châu Thành | Kinh tế | x | | Khá
12 | ${'K'.repeat(501)} | ${'H'.repeat(301)} | Xã Bình An | Châu Thành | Kinh tế | x | | Đạt
13 | | | Xã Lạ | Nơi khác | | | |`);
  expect(rows.map((row) => row.split(' | ').slice(7).join(' '))).toEqual([
    'name.missing@1',
    'registrant.missing@2',
    'unit.unknown@3',
    'unit.wrong_parent@4',
    'unit.wrong_level@3',
    'unit.ambiguous@3',
    'field.unknown@5',
    'field.missing@5',
    'subject.both@6',
    'subject.none@6',
    'verdict.unknown@8',
    'name.too_long@1 registrant.too_long@2',
    'name.missing@1 registrant.missing@2 unit.unknown@3 field.missing@5 subject.none@6',
  ]);
});

test('sums without a word, remarks and numbers prepared for more are no models', () => {
  const { rows, skipped } = told(`
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Tập thể | Cá nhân | Kết quả
1 | Góp vốn | Hội Nông dân | Xã Phú Mỹ | KT | x | | Đạt
TC | | | | | 1 | 0 | 1
 | | | | | 1 | 0 | 1
 | Cộng mang sang | | | | 1 | 0 | 1
Ghi chú: chưa có số liệu của xã Phú Lợi.
I. XÃ PHÚ LỢI
2 | | | | | | |
3 | | | | | | | Đạt
 | Tổng cộng | | | | 1
II. XÃ PHÚ MỸ
1 | Vườn mẫu | Hội Nông dân | | KT | x | | Đạt`);
  expect(skipped).toEqual(['3 total', '4 total', '5 total', '6 foot', '7 section', '10 total', '11 section']);
  expect(rows.map((row) => row.split(' | ')[0])).toEqual(['2', '9', '12']);
  expect(rows[2]).toContain('| 30799 |');
});

test('what a spreadsheet shows for a formula that went wrong is told once, whatever the column asks for', () => {
  const { rows } = told(`
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Tập thể | Cá nhân | Kết quả
#REF! | #NAME? | Hội | Xã Phú Mỹ | KT | x | | Đạt
2 | Góp vốn | Hội | #N/A | KT | x | #DIV/0! | Err:508
3 | ... | Hội | Xã Phú Mỹ | KT | x | | Đạt`);
  expect(rows.map((row) => row.split(' | ').slice(7).join(' '))).toEqual([
    'cell.error@1',
    'cell.error@3 cell.error@6 cell.error@7',
    'name.missing@1',
  ]);
});

test('a further table in the sheet is read by its own heading', () => {
  const { rows, skipped } = told(`
STT | Tên mô hình | Tập thể đăng ký | Xã | Lĩnh vực | Kết quả
1 | Góp vốn | Chi hội Phụ nữ | Xã Phú Mỹ | KT | Đạt
II. DANH SÁCH KHÁC
STT | Cá nhân đăng ký | Tên mô hình | Xã | Lĩnh vực | Kết quả
1 | Danh Hưởng | Vườn mẫu | Xã Phú Mỹ | KT | Không đạt`);
  expect(rows).toEqual([
    '2 | Góp vốn | Chi hội Phụ nữ | 30799 | KT | collective | recognised',
    '5 | Vườn mẫu | Danh Hưởng | 30799 | KT | individual | not_recognised',
  ]);
  expect(skipped).toEqual(['3 section', '4 table']);
});

test('places and fields written once for a group speak for its rows, and that is said; a single empty one is missing', () => {
  const heading = 'STT | Tên mô hình | Chủ thể | Xã | Huyện | Lĩnh vực | Loại';
  const grouped = told(`${heading}
1 | A | Hội | Vĩnh Phú | Giang Thành | KT | TT
2 | B | Hội | | | | TT
 | Cộng xã Vĩnh Phú | | | | | 2
3 | C | Hội | Thạnh Lộc | Châu Thành | QPAN | TT
4 | D | Hội | | | | TT`);
  expect(grouped.rows.map((row) => row.split(' | ').slice(3, 5).join(' '))).toEqual([
    '30791 KT',
    '30791 KT',
    '30901 QPAN',
    '30901 QPAN',
  ]);
  expect(grouped.read.rows[3]!.notes.map(({ code, column, params }) => [code, column, params.first])).toEqual([
    ['cell.from_above', 3, 5],
    ['cell.from_above', 5, 5],
  ]);
  const single = told(`${heading}
1 | A | Hội | Xã Phú Mỹ | | KT | TT
2 | B | Hội | Xã Phú Lợi | | KT | TT
3 | C | Hội | | | | TT`);
  expect(single.rows[2]).toContain('unit.missing@3 | field.missing@5');
});

describe('where the unit comes from', () => {
  const row = (unit: string, registrant = 'Hội Nông dân') =>
    `STT | Tên mô hình | Chủ thể | Đơn vị | Lĩnh vực | Loại\n1 | A | ${registrant} | ${unit} | KT | TT\n2 | B | Chi bộ | Xã Phú Mỹ | KT | TT`;
  test.each([
    ['xã Vĩnh Phú - H. Giang Thành', '30791'],
    ['30791', '30791'],
    ['UBND xã Phú Lợi, huyện Giang Thành', '30797'],
    ['Hội Nông dân xã Phú Lợi', '30797'],
  ])('a column that says %s', (text, code) =>
    expect(told(row(text)).rows[0]).toBe(`2 | A | Hội Nông dân | ${code} | KT | collective | -`),
  );

  test('a column of codes', () => {
    const { rows } = told(
      'TT | Tên mô hình | Chủ thể | Mã đơn vị | Lĩnh vực | Loại\n1 | A | Hội | 30797 | KT | TT\n2 | B | Hội | 00001 | KT | TT',
    );
    expect(rows).toEqual([
      '2 | A | Hội | 30797 | KT | collective | -',
      '3 | B | Hội | - | KT | collective | - | unit.code_unknown@3',
    ]);
  });

  const without =
    'TT | Tên mô hình | Chủ thể đăng ký | Lĩnh vực\n1 | A | Hội Nông dân xã Vĩnh Phú, huyện Giang Thành | KT\n2 | B | Trạm Y tế | KT';
  test('the registrant’s name, when no column says it', () => {
    expect(told(without).rows.map((line) => line.split(' | ').slice(3).join(' '))).toEqual([
      '30791 KT collective -',
      '- KT collective - unit.missing@null',
    ]);
  });
  test('the office whose list it is', () => {
    expect(told(without, { officeId: idOf('30791') }).rows.map((line) => line.split(' | ')[3])).toEqual([
      '30791',
      '30791',
    ]);
    expect(
      told(without, { officeId: idOf('914'), level: 'district' }).rows.map((line) => line.split(' | ')[3]),
    ).toEqual(['30791', '914']);
    expect(told(row('Phường Vĩnh Thanh'), { officeId: idOf('914') }).rows[0]).toContain('unit.outside@3');
  });
  test('a list of units alone: the unit itself registers', () => {
    expect(
      told('TT | Tên mô hình | Đơn vị đăng ký | Lĩnh vực\n1 | A | Xã Phú Mỹ | KT\n2 | B | Xã Phú Lợi | KT').rows,
    ).toEqual(['2 | A | Xã Phú Mỹ | 30799 | KT | collective | -', '3 | B | Xã Phú Lợi | 30797 | KT | collective | -']);
  });
  test('cells merged downwards', () => {
    const lines = drawn(
      'TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Loại\n1 | A | Hội | Xã Phú Mỹ | KT | TT\n2 | B | Hội | | KT | TT\n3 | C | Hội | | KT | TT',
    );
    const merges = [{ top: 2, left: 3, bottom: 3, right: 3 }];
    expect(told(lines, { merges }).rows.map((line) => line.split(' | ').slice(3).join(' '))).toEqual([
      '30799 KT collective -',
      '30799 KT collective -',
      '- KT collective - unit.missing@3',
    ]);
  });
});

describe('other shapes', () => {
  test('fields ticked in columns of their own, verdict ticked in a pair', () => {
    const { rows, heading } = told(`
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | | | | Kết quả |
 | | | | Kinh tế | VH-XH | QP-AN | XDHTCT | Đạt | Không đạt
1 | A | Hội | Xã Phú Mỹ | x | | | | x |
2 | B | Hội | Xã Phú Mỹ | | | x | | | x
3 | C | Hội | Xã Phú Mỹ | x | x | | | x | x
4 | D | Hội | Xã Phú Mỹ | | | | | |`);
    expect(heading.row).toBe(2);
    expect(rows).toEqual([
      '3 | A | Hội | 30799 | KT | collective | recognised',
      '4 | B | Hội | 30799 | QPAN | collective | not_recognised',
      '5 | C | Hội | 30799 | - | collective | - | field.both@4 | verdict.both@8',
      '6 | D | Hội | 30799 | - | collective | - | field.missing@4',
    ]);
  });

  test('names of the registrants in the columns of collectives and individuals', () => {
    const { rows } = told(
      'TT | Tên mô hình | Tập thể | Cá nhân | Xã | Lĩnh vực\n1 | A | Hội Nông dân | | Xã Phú Mỹ | KT\n2 | B | | Danh Hưởng | Xã Phú Mỹ | KT',
    );
    expect(rows).toEqual([
      '2 | A | Hội Nông dân | 30799 | KT | collective | -',
      '3 | B | Danh Hưởng | 30799 | KT | individual | -',
    ]);
  });

  test('no column of subjects: an organisation is a collective, a bare name is asked about', () => {
    const { rows } = told(
      'TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực\n1 | A | Đoàn Thanh niên | Xã Phú Mỹ | KT\n2 | B | Ông Danh Hưởng | Xã Phú Mỹ | KT\n3 | C | Đoàn Văn Út | Xã Phú Mỹ | KT',
    );
    expect(rows.map((row) => row.split(' | ').slice(5).join(' '))).toEqual([
      'collective -',
      'individual -',
      '- - subject.none@2',
    ]);
  });

  test('the parts of the form, a day, a remark and formulas as they stand', () => {
    const { read } = told(
      'TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Nội dung thực hiện | Kinh phí | Ngày đăng ký | Ghi chú\n1 | =1+1 <b>A</b> | Hội | Xã Phú Mỹ | KT | Hiến đất | 5 triệu | 5/3/2019 | mới\n2 | B | Hội | Xã Phú Mỹ | KT | | | tháng 3 | ',
    );
    const [first, second] = read.rows;
    expect([first!.name, first!.parts.content, first!.parts.resources, first!.submittedOn, first!.note]).toEqual([
      '=1+1 <b>A</b>',
      'Hiến đất',
      '5 triệu',
      '2019-03-05',
      'mới',
    ]);
    expect([second!.submittedOn, second!.problems, second!.notes.map(({ code }) => code)]).toEqual([
      null,
      [],
      ['day.unknown'],
    ]);
  });
});

test('equal lines are each a model, numbered and told', () => {
  const { read } = told(
    'TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực\n1 | Tuyến kênh | Hội | Xã Phú Mỹ | KT\n2 | TUYẾN KÊNH | Hội  | Xã Phú Mỹ | KT\n3 | Tuyến kênh | Hội | Xã Phú Lợi | KT\n4 | tuyen kenh | hoi | Xã Phú Mỹ | KT',
  );
  expect(read.rows.map(({ occurrence, key }) => [occurrence, key])).toEqual([
    [1, 'tuyen kenh|hoi|1'],
    [2, 'tuyen kenh|hoi|2'],
    [1, 'tuyen kenh|hoi|1'],
    [3, 'tuyen kenh|hoi|3'],
  ]);
  expect(read.rows.map(({ notes }) => notes.map(({ code, params }) => [code, params]))).toEqual([
    [],
    [['row.repeated', { first: 2, occurrence: 2 }]],
    [],
    [['row.repeated', { first: 2, occurrence: 3 }]],
  ]);
});

test('letters of other encodings are put right cell by cell, counted, and make the same key', () => {
  const plain = told(
    'TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực\n1 | Đảng viên đi trước | Hội Nông dân | Xã Phú Mỹ | Kinh tế',
  );
  const odd = told(
    drawn(
      'TT | Tên mô hình | Chủ thể | Xã | Lĩnh vực\n1 | \u00D0ảng viên đi trước | Héi N«ng d©n | Xã Phú Mỹ | Kinh tế',
    ).map((line) =>
      line.number === 1
        ? line
        : { ...line, cells: line.cells.map((cell, i) => (i === 3 ? cell.normalize('NFD') : cell)) },
    ),
  );
  expect(odd.rows).toEqual(plain.rows);
  expect([plain.read.rows[0]!.repaired, odd.read.rows[0]!.repaired]).toEqual([0, 3]);
  expect(odd.read.rows[0]!.key).toBe(plain.read.rows[0]!.key);
});

test('letters that were lost are known, a question is not', () => {
  const lost = 'STT | Tên mô hình | Xã\n1 | T? t? qu?n | X? V?nh ?i?u\n2 | Th?p s?ng | X? B?nh An';
  expect(hasLostLetters(drawn(lost))).toBe(true);
  expect(hasLostLetters(drawn('STT | Tên mô hình | Xã\n1 | Vì sao? Vì dân | Xã Bình An'))).toBe(false);
});
