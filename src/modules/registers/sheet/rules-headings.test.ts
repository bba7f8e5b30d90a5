import { describe, expect, test } from 'vitest';
import { drawn } from '../../../../tests/fixtures/lines.ts';
import { findHeading, repeatsHeading } from './rules-headings.ts';
import { suggestMapping } from './rules-mapping.ts';

const mapped = (headings: string, ...cells: string[]) => {
  const lines = drawn([headings, ...cells].join('\n'));
  return Object.values(suggestMapping(lines[0]!.cells, lines.slice(1))).join(' ');
};

describe('the heading is found', () => {
  test('under a title block of eight lines with signatures and dates', () => {
    const heading = findHeading(
      drawn(`
ĐẢNG BỘ HUYỆN GIANG THÀNH | | | ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ VĨNH PHÚ
* | | | Vĩnh Phú, ngày 05 tháng 3 năm 2019
Số 12-DS/ĐU

DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2019
(Kèm theo Công văn số 12-CV/ĐU)
Đơn vị tính: mô hình
TT | Tên mô hình | Đơn vị đăng ký | Lĩnh vực | Ghi chú
1 | Tuyến kênh không rác | Hội Nông dân xã | Kinh tế |`),
    );
    expect(heading).toEqual({
      row: 9,
      first: 9,
      columns: ['TT', 'Tên mô hình', 'Đơn vị đăng ký', 'Lĩnh vực', 'Ghi chú'],
    });
  });

  const twoRows = drawn(`
DANH SÁCH
STT | Tên mô hình | Chủ thể | Địa bàn | | Lĩnh vực | Loại hình | | Kết quả
 | | | Xã | Huyện | | Tập thể | Cá nhân |
1 | Tuyến kênh không rác | Hội Nông dân | Xã Bình An | Huyện Châu Thành | Kinh tế | x | | Đạt`);
  const columns = [
    'STT',
    'Tên mô hình',
    'Chủ thể',
    'Địa bàn / Xã',
    'Địa bàn / Huyện',
    'Lĩnh vực',
    'Loại hình / Tập thể',
    'Loại hình / Cá nhân',
    'Kết quả',
  ];

  test('over two rows, merged in a workbook', () => {
    const across = [
      { top: 2, left: 3, bottom: 2, right: 4 },
      { top: 2, left: 6, bottom: 2, right: 7 },
    ];
    const down = [0, 1, 2, 5, 8].map((column) => ({ top: 2, left: column, bottom: 3, right: column }));
    expect(findHeading(twoRows, [...across, ...down])).toEqual({ row: 3, first: 2, columns });
  });
  test('over two rows of a text table, where merging is lost', () => {
    expect(findHeading(twoRows)).toEqual({ row: 3, first: 2, columns });
  });
  test('when the lower row holds most of the words', () => {
    const heading = findHeading(
      drawn(`
 | Thông tin đăng ký | | | Kết quả công nhận |
STT | Tên mô hình | Xã, phường | Lĩnh vực | Đạt | Không đạt
1 | A | Xã Bình An | KT | x |`),
    );
    expect(heading?.columns.slice(3)).toEqual([
      'Thông tin đăng ký / Lĩnh vực',
      'Kết quả công nhận / Đạt',
      'Kết quả công nhận / Không đạt',
    ]);
  });
  test('not in what merely speaks of models', () => {
    expect(
      findHeading(drawn('Danh sách mô hình năm 2019\nMô hình hay\n1 | Tuyến kênh không rác | Xã Bình An')),
    ).toBeNull();
    expect(findHeading([])).toBeNull();
  });
  test('a data row without a name is not taken for a second heading row', () => {
    const lines = drawn(
      'STT | Tên mô hình | Đơn vị | Loại hình\n | | Xã Bình An | Tập thể\n2 | A | Xã Bình An | Tập thể',
    );
    expect(findHeading(lines)?.row).toBe(1);
  });
});

test('a heading repeated on the next printed page is known', () => {
  const heading = { row: 1, first: 1, columns: ['STT', 'Tên mô hình', 'Đơn vị', 'Loại / Tập thể'] };
  expect(repeatsHeading(['STT', 'Tên mô hình', 'Đơn vị'], heading)).toBe(true);
  expect(repeatsHeading(['', '', '', 'Tập thể'], heading)).toBe(false);
  expect(repeatsHeading(['1', 'Tên mô hình', 'Đơn vị'], heading)).toBe(false);
});

describe('columns are understood', () => {
  test.each([
    [
      'STT|Tên mô hình|Chủ thể đăng ký|Xã, phường, thị trấn|Huyện, thành phố|Lĩnh vực|Tập thể|Cá nhân|Kết quả',
      'number name registrant commune district field collective individual result',
    ],
    [
      'TT|Tên mô hình, điển hình “Dân vận khéo”|Đơn vị đăng ký|Địa bàn|Thuộc lĩnh vực|TT (x)|CN (x)|Công nhận|Ghi chú',
      'number name registrant unit field collective individual recognised note',
    ],
    [
      'Số TT|Nội dung mô hình|Tập thể, cá nhân đăng ký|Mã ĐVHC|Lĩnh vực đăng ký|Loại hình|Đạt|Không đạt|Lý do không đạt',
      'number name registrant unitCode field subject recognised notRecognised verdictReason',
    ],
    [
      'STT|Mô hình|Nội dung|Đơn vị thực hiện|Đơn vị|Lĩnh vực|Xếp loại',
      'number name content registrant unit field result',
    ],
    [
      'TT|TÊN MÔ HÌNH|Họ và tên|Xã|Huyện|Lĩnh vực|Đối tượng|Ngày đăng ký',
      'number name registrant commune district field subject submittedOn',
    ],
    [
      'STT|Tên mô hình|Lý do xây dựng|Mục tiêu|Nội dung, cách làm|Đối tượng thụ hưởng|Lực lượng tham gia|Kinh phí thực hiện|Sản phẩm|Khả năng nhân rộng',
      'number name reason objectives content place forces resources outputs sustaining',
    ],
    [
      'STT|Tên mô hình (ghi rõ)|Đơn vị hành chính|Lĩnh vực / Kinh tế|Lĩnh vực / VH-XH|Lĩnh vực / QP-AN|Kết quả / Có|Kết quả / Không',
      'number name unit fieldMark fieldMark fieldMark recognised notRecognised',
    ],
    ['TT|Tên mô hình|Số điện thoại|Năm sinh|Xã', 'number name commune'],
    [
      'TT|Tên MH|Chủ thể ĐK|LV|Xã/P/TT|H/TX/TP|TT|CN|KQ',
      'number name registrant field commune district collective individual result',
    ],
    [
      'No.|Model name|Registrant|Commune|District|Field|Collective|Individual|Result|Notes',
      'number name registrant commune district field collective individual result note',
    ],
    [
      'STT|Tên mô hình|Tên tập thể|Họ và tên cá nhân|Mã huyện|Mã xã|Số QĐ công nhận',
      'number name collective individual district unitCode recognised',
    ],
    [
      'Tên mô hình|Chủ thể|ĐVHC cấp xã|ĐVHC cấp huyện|Loại lĩnh vực|T.thể|C.nhân|Đạt/Không đạt',
      'name registrant commune district field collective individual result',
    ],
    ['STT|Tên mô hình|Họ tên cá nhân/tên tập thể|Xã|Trực thuộc', 'number name registrant commune district'],
    ['STT/No.|Tên mô hình/Model name|Chủ thể/Registrant|Lĩnh vực/Field', 'number name registrant field'],
  ])('%s', (headings, meanings) => expect(mapped(headings)).toBe(meanings));

  test('of several results the one that recognises counts, of several years the last', () => {
    const result = (...headings: string[]) => suggestMapping(['Tên mô hình', ...headings])[2];
    expect(result('Kết quả thẩm định', 'Kết quả công nhận')).toBe('result');
    expect(result('Kết quả năm 2018', 'Kết quả năm 2019')).toBe('result');
  });
  test('the result of the list’s own year counts, and none of a year before', () => {
    const results = (year: number, ...headings: string[]) =>
      Object.values(suggestMapping(['Tên mô hình', ...headings], [], { year })).join(' ');
    expect(suggestMapping(['Tên mô hình', 'Kết quả năm 2018', 'Kết quả năm 2019'], [], { year: 2018 })).toEqual({
      0: 'name',
      1: 'result',
    });
    expect(results(2019, 'Kết quả năm 2018')).toBe('name');
    expect(results(2018, 'Công nhận năm 2019')).toBe('name recognised');
  });
  test('a result of another level is none', () => {
    const results = (level: 'commune' | 'district', ...headings: string[]) =>
      Object.entries(suggestMapping(['Tên mô hình', 'Xã', ...headings], [], { level }))
        .map(([column, meaning]) => `${column} ${meaning}`)
        .slice(2);
    expect(results('commune', 'Công nhận / Cấp xã', 'Công nhận / Cấp huyện')).toEqual(['2 recognised']);
    expect(results('district', 'Công nhận / Cấp xã', 'Công nhận / Cấp huyện')).toEqual(['3 recognised']);
    expect(results('district', 'Đạt cấp xã', 'Đạt cấp huyện')).toEqual(['3 recognised']);
    expect(results('commune', 'Đạt cấp huyện')).toEqual([]);
  });
  test('"Chủ thể" over the two subjects names these', () => {
    expect(mapped('Tên mô hình|Đơn vị đăng ký|Chủ thể', 'A|Hội Nông dân|Tập thể', 'B|Danh Hưởng|Cá nhân')).toBe(
      'name registrant subject',
    );
  });
  test('what was only put forward is no result', () => {
    const results = (...headings: string[]) => Object.values(suggestMapping(['Tên mô hình', ...headings])).join(' ');
    expect(results('Đề nghị công nhận')).toBe('name');
    expect(results('Đề nghị công nhận', 'BCĐ công nhận')).toBe('name recognised');
    expect(results('Kết quả', 'Đề nghị công nhận')).toBe('name result');
  });
  test('the cells settle what "Đơn vị" is', () => {
    const places = 'A | Hội Nông dân | Xã Bình An\nB | Hội Nông dân | Xã Vĩnh Phú';
    expect(mapped('Tên mô hình|Chủ thể|Đơn vị', ...places.split('\n'))).toBe('name registrant unit');
    expect(mapped('Tên mô hình|Đơn vị', 'A|Hội Nông dân xã Bình An', 'B|Chi bộ ấp 1')).toBe('name registrant');
    expect(mapped('Tên mô hình|Đơn vị', 'A|Xã Bình An', 'B|P. Vĩnh Thanh')).toBe('name unit');
    expect(mapped('Tên mô hình|Đơn vị|Xã', 'A|Hội Nông dân xã|Bình An', 'B|Chi bộ ấp 1|Bình An')).toBe(
      'name registrant commune',
    );
    expect(mapped('Tên mô hình|Đơn vị đăng ký|Lĩnh vực', 'A|Xã Bình An|KT', 'B|P. Vĩnh Thanh|KT')).toBe(
      'name unit field',
    );
  });
  test('the cells settle what "Kết quả" and "Tập thể, cá nhân" are', () => {
    expect(mapped('Tên mô hình|Kết quả thực hiện', 'A|Đạt', 'B|Không đạt')).toBe('name result');
    expect(
      mapped(
        'Tên mô hình|Kết quả thực hiện',
        'A|Vận động 120 hộ dân hiến 2.000 m² đất',
        'B|Làm được 3 cây cầu nông thôn',
      ),
    ).toBe('name outputs');
    expect(mapped('Tên mô hình|Tập thể, cá nhân', 'A|Tập thể', 'B|Cá nhân')).toBe('name subject');
    expect(mapped('Tên mô hình|Tập thể, cá nhân', 'A|Hội Nông dân xã', 'B|Nguyễn Văn Đủ')).toBe('name registrant');
  });
});
