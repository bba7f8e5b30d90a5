import { expect, test } from 'vitest';
import type { Language } from '#platform/i18n.ts';
import { changeOf, type Figure, NOTHING, type Place, type Report, rate } from './rules.ts';
import { sentence, sentenceParts, signed } from './rules-sentence.ts';
import { wordsOf } from './rules-words.ts';

const PROVINCE: Place = { unitId: 1, code: '91', name: 'Tỉnh Mẫu', level: 'province', path: [] };
const figure = (registered: number, recognised: number): Figure => ({ ...NOTHING, registered, recognised });

/** A report of 2019, with the year before if there is one. */
function report(now: Figure, before: Figure | null, more: Partial<Report> = {}): Report {
  const previous = before && { ...before, cycle: '2018', year: 2018, rate: rate(before.recognised, before.registered) };
  const shown = { rate: rate(now.recognised, now.registered), previous, change: changeOf(now, before) };
  return {
    ...now,
    cycle: '2019',
    cycleId: 2,
    year: 2019,
    level: null,
    view: 'then',
    asOf: '2019-12-31',
    moved: false,
    place: PROVINCE,
    ...shown,
    groups: [],
    ...more,
  };
}

const said = (one: Report, language: Language = 'vi') => sentence(one, wordsOf(language), language);

test('the sentence of the yearly report, in both languages', () => {
  const one = report(figure(7736, 6568), figure(7337, 6000), { level: 'commune' });
  expect(said(one)).toBe(
    'Năm 2019, toàn tỉnh đăng ký 7.736 mô hình cấp cơ sở, tăng 399 mô hình so với năm 2018; đã công nhận 6.568 mô hình, chiếm 84,9% so với số đăng ký.',
  );
  expect(said(one, 'en')).toBe(
    'In 2019, the whole province registered 7,736 models at grassroots level, 399 more than in 2018; 6,568 were recognised, 84.9% of those registered.',
  );
});

test('a decrease, an equal year, a year without one before, a year before without any', () => {
  expect(said(report(figure(100, 50), figure(1101, 0)))).toBe(
    'Năm 2019, toàn tỉnh đăng ký 100 mô hình, giảm 1.001 mô hình so với năm 2018; đã công nhận 50 mô hình, chiếm 50,0% so với số đăng ký.',
  );
  expect(said(report(figure(100, 50), figure(100, 0)))).toContain('đăng ký 100 mô hình, bằng năm 2018; đã');
  expect(said(report(figure(100, 50), null))).toContain('đăng ký 100 mô hình; đã công nhận');
  expect(said(report(figure(100, 50), NOTHING))).toContain('100 mô hình (năm 2018 chưa có mô hình nào đăng ký); đã');
  expect(said(report(figure(100, 50), figure(100, 0)), 'en')).toContain('100 models, as many as in 2018;');
  expect(said(report(figure(100, 50), figure(101, 0)), 'en')).toContain('100 models, 1 fewer than in 2018;');
});

test('nothing registered, and nothing recognised', () => {
  expect(said(report(NOTHING, null))).toBe('Năm 2019, toàn tỉnh chưa có mô hình nào đăng ký.');
  expect(said(report(NOTHING, figure(12, 9), { level: 'district' }))).toBe(
    'Năm 2019, toàn tỉnh chưa có mô hình nào đăng ký cấp huyện; năm 2018 đăng ký 12 mô hình.',
  );
  expect(said(report(figure(3, 0), null))).toBe(
    'Năm 2019, toàn tỉnh đăng ký 3 mô hình; chưa có mô hình nào được công nhận.',
  );
  expect(said(report(figure(1, 0), null), 'en')).toBe(
    'In 2019, the whole province registered 1 model; none has been recognised yet.',
  );
  expect(said(report(NOTHING, figure(1, 1)), 'en')).toBe(
    'In 2019, the whole province registered no model; 1 was registered in 2018.',
  );
});

test.each([
  ['Huyện An Minh', 'district', 'Năm 2019, huyện An Minh đăng ký 3'],
  ['Thành phố Rạch Giá', 'district', 'Năm 2019, thành phố Rạch Giá đăng ký 3'],
  ['Xã Thạnh Đông B', 'commune', 'Năm 2019, xã Thạnh Đông B đăng ký 3'],
  ['Thị trấn Minh Lương', 'commune', 'Năm 2019, thị trấn Minh Lương đăng ký 3'],
  ['Xãnh Mẫu', 'commune', 'Năm 2019, Xãnh Mẫu đăng ký 3'],
  ['Thành phố Cần Thơ', 'province', 'Năm 2019, toàn thành phố đăng ký 3'],
  ['', null, 'Năm 2019, các đơn vị được giao phụ trách đăng ký 3'],
] as const)('of %s it speaks as a sentence does', (name, level, begins) => {
  const place: Place = { unitId: level && 7, code: null, name, level, path: [] };
  expect(said(report(figure(3, 1), null, { place }))).toContain(begins);
});

test('signs and decimals are those of the language', () => {
  expect([signed(399, 'vi'), signed(-1399, 'vi'), signed(0, 'vi'), signed(-1399, 'en')]).toEqual([
    '+399',
    '−1.399',
    '0',
    '−1,399',
  ]);
  expect([signed(1.8, 'vi', true), signed(-0.5, 'en', true), signed(0, 'vi', true)]).toEqual(['+1,8', '−0.5', '0,0']);
});

test('a page gets the figures apart, in the order of the language', () => {
  const one = report(figure(7736, 6568), figure(7337, 6000));
  const figures = (language: Language) =>
    sentenceParts(one, wordsOf(language), language).flatMap(({ of, text }) => (of ? [`${of} ${text}`] : []));
  expect(figures('vi')).toEqual(['registered 7.736', 'change 399', 'recognised 6.568', 'rate 84,9%']);
  expect(figures('en')).toEqual(['registered 7,736', 'change 399', 'recognised 6,568', 'rate 84.9%']);
  expect(sentenceParts(report(NOTHING, null), wordsOf('vi'), 'vi')).toHaveLength(1);
});
