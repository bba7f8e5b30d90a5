import { describe, expect, test } from 'vitest';
import { sentence, sentenceParts } from '#modules/reports/figures/rules-sentence.ts';
import { wordsOf } from '#modules/reports/figures/rules-words.ts';
import { newsDay, type PublishedFigure, paragraphsOf, reportOf } from './rules.ts';

const FIGURE: PublishedFigure = {
  year: 2019,
  level: 'commune',
  asOf: new Date('2020-02-21T17:00:00+07:00'),
  registered: 7736,
  recognised: 6568,
  previousRegistered: 7337,
  previousRecognised: 6120,
  definitionVi: '',
  definitionEn: '',
};
const said = (figure: Partial<PublishedFigure>, province = 'Tỉnh Kiên Giang') =>
  sentence(reportOf({ ...FIGURE, ...figure }, province), wordsOf('vi'), 'vi');

describe('frozen figures are said as the yearly report says them', () => {
  test('with the year before', () => {
    expect(said({})).toBe(
      'Năm 2019, toàn tỉnh đăng ký 7.736 mô hình cấp cơ sở, tăng 399 mô hình so với năm 2018; đã công nhận 6.568 mô hình, chiếm 84,9% so với số đăng ký.',
    );
  });

  test('without it, and where only its registrations are known', () => {
    expect(said({ previousRegistered: null, previousRecognised: null })).not.toContain('2018');
    expect(said({ previousRecognised: null })).toContain('tăng 399 mô hình so với năm 2018');
  });

  test('of a city', () => {
    expect(said({}, 'Thành phố Cần Thơ')).toContain('toàn thành phố');
  });

  test('its own figures can be set apart', () => {
    const parts = sentenceParts(reportOf(FIGURE, 'Tỉnh Kiên Giang'), wordsOf('vi'), 'vi');
    expect(parts.filter((part) => part.of).map((part) => part.text)).toEqual(['7.736', '399', '6.568', '84,9%']);
  });
});

test('an empty line parts paragraphs, a single one does not', () => {
  expect(paragraphsOf('Một\nhai\n\n  \nBa\r\n\r\nBốn\n')).toEqual(['Một\nhai', 'Ba', 'Bốn']);
  expect(paragraphsOf('')).toEqual([]);
});

test('the day as news carry it', () => {
  expect(newsDay('2020-02-24')).toBe('24.02.2020');
});
