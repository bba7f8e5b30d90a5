import { describe, expect, test } from 'vitest';
import * as vn from './vietnamese.ts';

describe('nfc', () => {
  test.each([
    ['Vĩnh Phú'.normalize('NFD'), 'Vĩnh Phú'],
    ['\u00D0ảng bộ', 'Đảng bộ'],
    ['ðồng lòng', 'đồng lòng'],
    ['Guðrún', 'Guðrún'],
    ['  Xã\u00A0 Vĩnh\u200B Phú\t\n2 ', 'Xã Vĩnh Phú 2'],
    ['a\u0000b', 'ab'],
    ['', ''],
    ['<b>x</b>  y', '<b>x</b> y'],
  ])('%j → %j', (text, clean) => expect(vn.nfc(text)).toBe(clean));

  test('several lines stay several lines', () => expect(vn.nfcLines(' a  b\r\n\n\n\n c ')).toBe('a b\n\nc'));
});

describe('fold', () => {
  test('both places of the tone mark and both normal forms give the same', () => {
    const forms = ['Hoà Bình', 'Hòa Bình', 'HOÀ BÌNH', 'Hoà Bình'.normalize('NFD'), 'hoa-binh'];
    expect(new Set(forms.map(vn.fold))).toEqual(new Set(['hoa binh']));
  });
  test.each([
    ['Đảng ủy, UBND', 'dang uy ubnd'],
    ['Văn hóa – xã hội', 'van hoa xa hoi'],
    ['1.000 m² đất', '1 000 m2 dat'],
    ['“Dân vận khéo”', 'dan van kheo'],
    ['Ưu tiên', 'uu tien'],
    ['...', ''],
  ])('%s → %s', (text, folded) => expect(vn.fold(text)).toBe(folded));
});

test('a query with an abbreviation finds the words, and the other way round', () => {
  expect(vn.plainText('BCĐ DVK xã NTM')).toBe(vn.plainText('Ban Chỉ đạo Dân vận khéo xã nông thôn mới'));
  expect(vn.plainText('Uỷ ban MTTQ')).toBe(vn.plainText('UBMTTQ'));
  expect(vn.plainText('constructor')).toBe('constructor');
});

test('places are sorted without their kind, by number where they have one', () => {
  const right = ['Xã An Bình', 'Phường Bình An', 'Phường 2', 'Phường 10', 'Thị trấn Thứ Ba'];
  expect([...right].reverse().sort(vn.naturalCompare)).toEqual(right);
  expect(vn.withoutKind('Thị trấn Minh Lương')).toBe('Minh Lương');
  expect(vn.withoutKind('Phường 2')).toBe('Phường 2');
});

test('numbers and rates in both languages', () => {
  expect([vn.formatNumber(7736, 'vi'), vn.formatNumber(7736, 'en')]).toEqual(['7.736', '7,736']);
  expect([vn.formatRate(84.9, 'vi'), vn.formatRate(84.9, 'en'), vn.formatRate(100, 'vi')]).toEqual([
    '84,9%',
    '84.9%',
    '100,0%',
  ]);
  expect(vn.formatRate(null, 'vi')).toBe('—');
});

test('days on the screen and in documents', () => {
  expect([vn.formatDay('2020-02-24', 'vi'), vn.formatDay('2020-02-24', 'en')]).toEqual(['24/02/2020', '24 Feb 2020']);
  expect(vn.documentDate('2020-03-05')).toBe('ngày 05 tháng 3 năm 2020');
  expect(vn.documentDate('2018-02-20')).toBe('ngày 20 tháng 02 năm 2018');
});

test.each([
  ['24/02/2020', '2020-02-24'],
  ['24-2-2020', '2020-02-24'],
  ['24.2.2020', '2020-02-24'],
  ['2020-02-24', '2020-02-24'],
  ['2020-02-24T10:11:12Z', '2020-02-24'],
  ['24/2/2020 8:30', '2020-02-24'],
  ['Vĩnh Phú, ngày 05 tháng 3 năm 2020', '2020-03-05'],
  ['24 Feb 2020', '2020-02-24'],
  ['1 Sept 2025', '2025-09-01'],
  ['24 Xyz 2020', null],
  ['17/10', null],
  ['30/2/2020', null],
  ['24/2/20', null],
  ['hôm qua', null],
  [43885, '2020-02-24'],
  [1, '1900-01-01'],
  [60, null],
  [0, null],
])('parseDay(%j) is %j', (text, day) => expect(vn.parseDay(text)).toBe(day));
