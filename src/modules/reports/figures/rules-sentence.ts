import type { Language, Translate } from '#platform/i18n.ts';
import { formatNumber, formatRate } from '#platform/vietnamese.ts';
import type { Place, Report } from './rules.ts';

/** A piece of the sentence; `of` tells which figure it is, null for the words between. */
export interface Part {
  text: string;
  of: 'registered' | 'recognised' | 'rate' | 'change' | null;
}

/** A difference with its sign, a real minus: +399, −12, 0; points keep their decimal. */
export function signed(value: number, language: Language, points = false): string {
  const size = Math.abs(value);
  const text = points ? formatRate(size, language).replace('%', '') : formatNumber(size, language);
  return value === 0 ? text : `${value > 0 ? '+' : '−'}${text}`;
}

const KIND_WORD = /^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường|Đặc khu)(?=\s)/;

/** A place as the middle of a sentence says it: the province as a whole, else the unit's name. */
export function placeInWords(place: Place, t: Translate): string {
  if (place.level === null) return t('figures.place.several');
  if (place.level === 'province')
    return t(place.name.startsWith('Thành phố ') ? 'figures.place.city' : 'figures.place.province');
  return place.name.replace(KIND_WORD, (kind) => kind.toLowerCase());
}

/** The report in one sentence, the way the yearly report says it. */
export function sentence(report: Report, t: Translate, language: Language): string {
  return sentenceParts(report, t, language)
    .map((part) => part.text)
    .join('');
}

// A figure travels through the catalogue between these marks, so that the sentence can be taken apart around it.
const marked = (of: NonNullable<Part['of']>, text: string) => `\u0002${of}\u0003${text}\u0002`;

/** The same sentence with its figures apart, for a page that sets and links them. */
export function sentenceParts(report: Report, t: Translate, language: Language): Part[] {
  const whole = report.registered === 0 ? nothingRegistered(report, t) : registered(report, t, language);
  return whole.split('\u0002').flatMap((piece) => {
    const [of, text] = piece.split('\u0003');
    if (text !== undefined) return [{ text, of: of as Part['of'] }];
    return piece === '' ? [] : [{ text: piece, of: null }];
  });
}

const common = (report: Report, t: Translate) => ({
  year: String(report.year),
  place: placeInWords(report.place, t),
  at: report.level === null ? '' : t(`figures.said.at.${report.level}`),
});

function nothingRegistered(report: Report, t: Translate): string {
  const { previous } = report;
  const had = previous !== null && previous.registered > 0;
  const before = had ? t('figures.said.had_before', { count: previous.registered, year: String(previous.year) }) : '';
  return t('figures.said.none', { ...common(report, t), before });
}

function registered(report: Report, t: Translate, language: Language): string {
  return t('figures.said.registered', {
    ...common(report, t),
    count: report.registered,
    registered: marked('registered', formatNumber(report.registered, language)),
    change: changeInWords(report, t, language),
    recognised: recognisedInWords(report, t, language),
  });
}

function changeInWords({ previous, change }: Report, t: Translate, language: Language): string {
  if (previous === null || change === null) return '';
  const year = String(previous.year);
  if (previous.registered === 0) return t('figures.said.none_before', { year });
  if (change.registered === 0) return t('figures.said.equal', { year });
  const size = marked('change', formatNumber(Math.abs(change.registered), language));
  return t(change.registered > 0 ? 'figures.said.more' : 'figures.said.fewer', { size, year });
}

function recognisedInWords({ recognised, rate }: Report, t: Translate, language: Language): string {
  if (recognised === 0) return t('figures.said.not_recognised');
  return t('figures.said.recognised', {
    count: recognised,
    recognised: marked('recognised', formatNumber(recognised, language)),
    rate: marked('rate', formatRate(rate, language)),
  });
}
