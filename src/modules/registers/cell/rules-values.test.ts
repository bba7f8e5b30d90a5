import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../../tests/fixtures/lines.ts';
import { parseField } from './rules-fields.ts';
import {
  namesOrganisation,
  parseListDay,
  parseMark,
  parseSubject,
  parseVerdict,
  reasonInside,
} from './rules-values.ts';

test.each([
  ...['x', 'X', ' x ', '(x)', '✓', '1', 'có', 'TRUE', '+', '☒'].map((text) => [text, true] as const),
  ...['', ' ', '-', '0', 'không', 'FALSE', '–', '☐'].map((text) => [text, false] as const),
  ...['Hội Nông dân', '12', 'xã'].map((text) => [text, null] as const),
])('a tick %j is %j', (text, mark) => expect(parseMark(text)).toBe(mark));

describe('verdicts', () => {
  test.each([
    'Đạt',
    'ĐẠT',
    'dat',
    'x',
    'X',
    'Có',
    'Công nhận',
    'Được công nhận',
    'Đã công nhận',
    'Đạt yêu cầu',
    'Xuất sắc',
    'Tốt',
    'Đạt loại tốt',
    'Hoàn thành xuất sắc',
    '1',
    'Đ',
    'Đạt (cấp cơ sở)',
    'Đạt cấp xã',
    'Công nhận theo Quyết định số 12-QĐ/BCĐ ngày 5/11/2019',
    'Đạt, QĐ 15',
    '12-QĐ/BCĐ ngày 20/12/2019',
    'Quyết định số 7/2019/QĐ-UBND',
    'Đạt, công nhận theo QĐ số 15-QĐ/BCĐ',
    'Công nhận đạt cấp cơ sở',
    'Đủ điều kiện công nhận',
    'Hoàn thành, đạt',
    'Cấp xã công nhận',
    'Được BCĐ xã công nhận',
  ])('%s recognises', (text) => expect(parseVerdict(text)).toBe('recognised'));
  test.each([
    'Không đạt',
    'KHÔNG ĐẠT',
    'Chưa đạt',
    'không',
    'Không công nhận',
    'Chưa được công nhận',
    'Ko đạt',
    'k đạt',
    'KĐ',
    'Không đạt: chưa có sản phẩm',
    'Không đạt yêu cầu',
    'K',
    'Không đề nghị',
    'Không thực hiện do thiếu vốn',
    'Chưa đủ điều kiện',
    '0',
  ])('%s does not', (text) => expect(parseVerdict(text)).toBe('not_recognised'));
  test.each(['', '-', '…', 'Chưa xét', 'Đang thực hiện', 'chờ công nhận', 'Chưa', 'Đang xem xét'])(
    '%j says nothing yet',
    (text) => expect(parseVerdict(text)).toBeNull(),
  );
  test.each([
    'Khá',
    'Trung bình',
    'Đạt 70%',
    'Đề nghị công nhận',
    'gần đạt',
    'Kinh tế',
    '85',
    'không rõ',
    'Đất công',
    'Đạt; không công nhận',
    'Đạt (chưa công nhận)',
  ])('%s is left to a person', (text) => expect(parseVerdict(text)).toBe('unknown'));
  test.each([
    ['Không đạt (chưa có sản phẩm)', 'chưa có sản phẩm'],
    ['Không đạt: chưa có sản phẩm', 'chưa có sản phẩm'],
    ['Không đạt', ''],
  ])('the reason in %s', (text, reason) => expect(reasonInside(text)).toBe(reason));
});

test.each([
  ['Tập thể', 'collective'],
  ['TT', 'collective'],
  ['Mô hình tập thể', 'collective'],
  ['cá nhân', 'individual'],
  ['CN', 'individual'],
  ['Tập thể, cá nhân', 'both'],
  ['', null],
  ['Hộ gia đình', 'unknown'],
])('the subject %j is %j', (text, subject) => expect(parseSubject(text)).toBe(subject));

test.each([
  'Hội Nông dân xã',
  'Đoàn Thanh niên',
  'Trường Tiểu học Bình An',
  'Tổ 5',
  'Chi bộ ấp 1',
  'UBND xã',
  'Ban Chỉ huy Quân sự',
  'Công an xã',
  'Ủy ban MTTQ',
])('%s is an organisation', (name) => expect(namesOrganisation(name)).toBe(true));
test.each(['Trương Văn Út', 'Tô Thị Mận', 'Đoàn Văn Út', 'Danh Hưởng', 'Nguyễn Văn Đủ', 'Phùng Xuân Ấp'])(
  '%s is a person',
  (name) => expect(namesOrganisation(name)).toBe(false),
);

describe('fields', () => {
  const code = (text: string) => FIELDS.find(({ id }) => id === parseField(text, FIELDS))?.code ?? null;
  test.each(
    Object.entries({
      KT: ['Kinh tế', 'KT', 'kinh te', 'Phát triển kinh tế', 'Lĩnh vực kinh tế', '1. Kinh tế', 'KINH TẾ'],
      VHXH: [
        'Văn hóa – xã hội',
        'VH-XH',
        'VHXH',
        'Văn hoá, xã hội',
        'VH - XH',
        'Văn hóa',
        'Xã hội',
        'II. Văn hóa và xã hội',
      ],
      QPAN: [
        'Quốc phòng – an ninh',
        'QP-AN',
        'QPAN',
        'An ninh - Quốc phòng',
        'AN-QP',
        'An ninh trật tự',
        'Trật tự an toàn xã hội',
        'ANTT',
      ],
      HTCT: [
        'XD HTCT',
        'Xây dựng hệ thống chính trị ở cơ sở',
        'XDHTCT',
        'Hệ thống chính trị',
        'Xây dựng Đảng và hệ thống chính trị',
        'Xây dựng Đảng',
        'XD Đảng, HTCT',
        'Xây dựng Đảng, chính quyền',
        'Xây dựng hệ thống chính trị trong sạch, vững mạnh',
      ],
      none: ['', 'Kinh tế - xã hội', 'Kinh tế biển', 'Nông thôn mới', 'Khác', 'Kinh tế, quốc phòng'],
    }),
  )('%s in many ways', (field, texts) => {
    expect(texts.map((text) => [text, code(text) ?? 'none'])).toEqual(texts.map((text) => [text, field]));
  });
  test('a name or another word of the province comes before our own reading', () => {
    const more = [...FIELDS, { id: 9, code: 'NTM', name: 'Xây dựng nông thôn mới', synonyms: ['Đô thị văn minh'] }];
    expect([parseField('đô thị văn minh', more), parseField('NTM', more), parseField('Nông thôn mới', more)]).toEqual([
      9, 9, 9,
    ]);
  });
});

test.each([
  ['5/3/2019', '2019-03-05'],
  ['05.03.19', '2019-03-05'],
  ['2019-03-05', '2019-03-05'],
  ['ngày 5 tháng 3 năm 2019', '2019-03-05'],
  ['43529', '2019-03-05'],
  ['3/2019', '2019-03-01'],
  ['tháng 3 năm 2019', '2019-03-01'],
  ['T3/2019', '2019-03-01'],
  ['31/2/2019', undefined],
  ['12/25/2019', undefined],
  ['2019', undefined],
  ['quý I', undefined],
])('the day %j of a list', (text, day) => expect(parseListDay(text)?.day).toBe(day));
