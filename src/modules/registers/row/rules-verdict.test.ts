import { describe, expect, test } from 'vitest';
import { RemapRegister } from '#modules/registers/register/schema.ts';
import { suggestMapping } from '#modules/registers/sheet/rules-mapping.ts';
import { told } from '../../../../tests/fixtures/lines.ts';

const HEAD = 'STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Loại';
const verdicts = (list: string, more = {}) => told(list, more).rows.map((row) => row.split(' | ').slice(6).join(' '));
const column = (heading: string, ...cells: string[]) =>
  `${HEAD} | ${heading}\n${cells.map((cell, i) => `${i + 1} | A${i} | Hội | Xã Phú Mỹ | KT | TT | ${cell}`).join('\n')}`;

describe('columns that say who was recognised', () => {
  test.each([
    'Công nhận mô hình DVK',
    'Mô hình được công nhận',
    'Mô hình đạt',
    'Công nhận đạt',
    'BCĐ xã công nhận',
    'Đã được công nhận (đánh dấu x)',
    'Đạt danh hiệu “Dân vận khéo”',
    'Hội đồng thẩm định',
    'Thẩm định',
    'Năm 2019',
  ])('%s', (heading) =>
    expect(verdicts(column(heading, 'Đạt', 'Không đạt', 'Chưa'))).toEqual(['recognised', 'not_recognised', '-']),
  );

  test.each(['Đề nghị công nhận', 'Tự đánh giá', 'Đăng ký', 'Năm 2018', 'BCĐ huyện công nhận'])('not %s', (heading) => {
    const headings = ['Tên mô hình', heading];
    const cells = ['Đạt', 'Đạt', 'Không đạt'].map((cell, i) => ({ number: i + 2, cells: [`Mô hình ${i}`, cell] }));
    const mapping = suggestMapping(headings, cells, { year: 2019, level: 'commune' });
    expect(mapping).toEqual({ 0: 'name' });
  });

  test('the number of a decision, however short', () => {
    const list = (heading: string) => verdicts(column(heading, '12', '', 'Số 13 ngày 5/11/2019', '14/QĐ-UBND'));
    for (const heading of ['Số QĐ công nhận', 'Số và ngày QĐ công nhận', 'Văn bản công nhận', 'Công nhận theo QĐ số'])
      expect(list(heading)).toEqual(['recognised', '-', 'recognised', 'recognised']);
    expect(verdicts(column('Số QĐ công nhận', '12', '13'))).toEqual(['recognised', 'recognised']);
    expect(verdicts(column('Kết quả', '12', 'Đạt'))).toEqual(['- verdict.unknown@6', 'recognised']);
  });

  test('who was found fit is not recognised where another column says who was', () => {
    const list = `${HEAD} | Kết quả thẩm định | Công nhận
1 | A | Hội | Xã Phú Mỹ | KT | TT | Đạt | x
2 | B | Hội | Xã Phú Mỹ | KT | TT | Đạt |
3 | C | Hội | Xã Phú Mỹ | KT | TT | Không đạt |
4 | D | Hội | Xã Phú Mỹ | KT | TT | Khá | x`;
    expect(verdicts(list)).toEqual(['recognised', '-', 'not_recognised', 'recognised']);
    const ticked = `${HEAD} | Kết quả thẩm định | | Công nhận\n | | | | | | Đạt | Không đạt |
1 | A | Hội | Xã Phú Mỹ | KT | TT | x | | x
2 | B | Hội | Xã Phú Mỹ | KT | TT | x | |`;
    expect(verdicts(ticked)).toEqual(['recognised', '-']);
  });

  test('ticks in a column for each rating, of which some say nothing', () => {
    const list = `${HEAD} | Xếp loại | | | |\n | | | | | | Xuất sắc | Tốt | Khá | Không đạt | Đang thực hiện
1 | A | Hội | Xã Phú Mỹ | KT | TT | x
2 | B | Hội | Xã Phú Mỹ | KT | TT | | x
3 | C | Hội | Xã Phú Mỹ | KT | TT | | | x
4 | D | Hội | Xã Phú Mỹ | KT | TT | | | | x
5 | E | Hội | Xã Phú Mỹ | KT | TT | | | | | x`;
    expect(verdicts(list)).toEqual(['recognised', 'recognised', '-', 'not_recognised', '-']);
    // A person may say the same of the columns.
    expect(RemapRegister.safeParse({ id: 1, mapping: told(list).mapping }).success).toBe(true);
    expect(verdicts(list.replace('Xếp loại', 'Kết quả'))).toEqual([
      'recognised',
      'recognised',
      '-',
      'not_recognised',
      '-',
    ]);
  });

  test('what a lower level has recognised is no result of this one; what a higher one has is', () => {
    const list = column('Kết quả', 'Đạt cấp xã', 'Công nhận (cấp cơ sở)', 'Đạt cấp huyện', 'Đạt cấp tỉnh', 'Đạt');
    expect(verdicts(list, { level: 'district' })).toEqual(['-', '-', 'recognised', 'recognised', 'recognised']);
    expect(verdicts(list)).toEqual(Array(5).fill('recognised'));
  });
});

describe('headings over models that were recognised', () => {
  test('hold for the places below them, up to the next', () => {
    const list = `STT | Tên mô hình | Chủ thể | Lĩnh vực | Loại
A | MÔ HÌNH KHÔNG ĐƯỢC CÔNG NHẬN
I | Xã Phú Mỹ
1 | A | Hội | KT | TT
B | MÔ HÌNH ĐƯỢC CÔNG NHẬN: 2
I | Xã Phú Mỹ
1 | B | Hội | KT | TT
II | Xã Phú Lợi
1 | C | Hội | KT | TT
C | MÔ HÌNH ĐANG THỰC HIỆN
I | Xã Phú Mỹ
1 | D | Hội | KT | TT`;
    expect(verdicts(list)).toEqual(['not_recognised', 'recognised', 'recognised', '-']);
  });

  test('or within one place, up to the next of these; a count of them is no heading', () => {
    const list = `STT | Tên mô hình | Chủ thể | Lĩnh vực | Loại
I | Xã Phú Mỹ
a) Mô hình đạt (1)
1 | A | Hội | KT | TT
b) Mô hình không đạt (1)
2 | B | Hội | KT | TT
II | Xã Phú Lợi
1 | C | Hội | KT | TT
Mô hình đạt: 1
2 | D | Hội | KT | TT`;
    expect(verdicts(list)).toEqual(['recognised', 'not_recognised', '-', '-']);
  });

  test('a model that stands below one again is the same, with its result; equal ones are told apart as ever', () => {
    const { rows, skipped } = told(`I. DANH SÁCH ĐĂNG KÝ
${HEAD}
1 | A | Hội | Xã Phú Mỹ | KT | TT
2 | A | Hội | Xã Phú Mỹ | KT | TT
3 | B | Hội | Xã Phú Mỹ | KT | TT
II. DANH SÁCH MÔ HÌNH ĐƯỢC CÔNG NHẬN
${HEAD}
1 | A | Hội | Xã Phú Mỹ | KT | TT
2 | C | Hội | Xã Phú Mỹ | KT | TT
3 | C | Hội | Xã Phú Mỹ | KT | TT`);
    expect(rows.map((row) => `${row.split(' | ')[0]} ${row.split(' | ')[6]}`)).toEqual([
      '3 recognised',
      '4 -',
      '5 -',
      '9 recognised',
      '10 recognised',
    ]);
    expect(skipped).toEqual(['6 section', '7 heading', '8 again']);
  });

  test('the row’s own words come first', () => {
    const list = `${column('Kết quả', 'Không đạt', '')}`.replace('\n', '\nI | Mô hình được công nhận\n');
    expect(verdicts(list)).toEqual(['not_recognised', 'recognised']);
  });

  const ROW = '1 | A | Hội | Xã Phú Mỹ | KT | TT';
  const titled = (title: string, sheetName = 'Sheet1', head = HEAD) =>
    verdicts(`${title}\n${head}\n${ROW}`, { sheetName, year: 2019 })[0];
  test.each([
    'DANH SÁCH CÔNG NHẬN MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2019',
    'DANH SÁCH CÁC MÔ HÌNH, ĐIỂN HÌNH ĐƯỢC CÔNG NHẬN ĐẠT DANH HIỆU “DÂN VẬN KHÉO” NĂM 2019',
    'Danh sách tập thể, cá nhân đạt danh hiệu Dân vận khéo cấp cơ sở',
  ])('%s', (title) => expect(titled(title)).toBe('recognised'));
  test.each([
    'DANH SÁCH MÔ HÌNH ĐĂNG KÝ VÀ ĐƯỢC CÔNG NHẬN',
    'Danh sách đề nghị công nhận mô hình',
    'DANH SÁCH MÔ HÌNH ĐƯỢC CÔNG NHẬN NĂM 2018',
    'DANH SÁCH MÔ HÌNH ĐƯỢC CÔNG NHẬN CẤP HUYỆN',
    '(Kèm theo Quyết định công nhận mô hình số 12-QĐ/BCĐ)',
  ])('not %s', (title) => expect(titled(title)).toBe('-'));
  test('the name of a sheet; a column of results is asked before', () => {
    expect(titled('DANH SÁCH', 'Không đạt')).toBe('not_recognised');
    expect(titled('DANH SÁCH MÔ HÌNH ĐƯỢC CÔNG NHẬN', 'Đạt', `${HEAD} | Kết quả`)).toBe('-');
  });
});
