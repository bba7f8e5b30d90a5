import type { Language } from './i18n.ts';
import { ABBREVIATIONS } from './vietnamese-abbreviations.ts';

type Lang = Language;

// Zero-width characters, the soft hyphen, direction marks and control characters: nobody typed them on purpose, and PostgreSQL refuses NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const SPACES = /[^\S\n]+/g;
// Letters and signs that need no care: composed, none of them a look-alike, none invisible. Nearly every text is made of these alone.
const ORDINARY =
  /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u00CF\u00D1-\u00EF\u00F1-\u017F\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u2013-\u2026]*$/;

function letters(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/(?<![\p{L}\p{M}])ð(?=\p{L})/gu, 'đ') // No language that has this letter begins a word with it.
    .replace(INVISIBLE, '');
}

/** One line of text as it should be stored: NFC, Đ for its look-alikes, nothing invisible, single spaces, trimmed. */
export function nfc(text: string): string {
  if (ORDINARY.test(text)) return (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();
  return letters(text).replace(/\s+/g, ' ').trim();
}

/** The same for text of several lines: line breaks stay, at most one empty line in a row. */
export function nfcLines(text: string): string {
  const lines = letters(text.replace(/\r\n?/g, '\n')).replace(SPACES, ' ').split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text without marks: lower case, đ as d, every run of punctuation one space. 'Hoà' and 'hòa' become the same. */
export function fold(text: string): string {
  let folded = '';
  let gap = false;
  for (let i = 0; i < text.length; i += 1) {
    const plain = PLAIN[text.charCodeAt(i)];
    if (plain === undefined) return foldSlowly(text);
    if (plain === '') gap = true;
    else {
      folded += gap && folded !== '' ? ` ${plain}` : plain;
      gap = false;
    }
  }
  return folded;
}

function foldSlowly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[đð\u0256]/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// What each ordinary character folds to ('' for what separates words), worked out once; folding is the busiest thing in an import.
const PLAIN: readonly (string | undefined)[] = Array.from({ length: 0x2027 }, (_, code) => {
  const character = String.fromCharCode(code);
  return ORDINARY.test(character) ? foldSlowly(character) : undefined;
});

/** What search compares: folded text with abbreviations written out; used alike for the stored column and for a query. */
export function plainText(text: string): string {
  return fold(text)
    .split(' ')
    .map((word) => (Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : word))
    .join(' ');
}

const PLACE_PREFIX =
  /^(tỉnh|thành phố|thị xã|thị trấn|quận|huyện|phường|xã|đặc khu|ấp|khu phố|khóm|thôn|tổ dân phố)\s+(?=\S)/iu;

/** The name of a place without its kind: 'Xã Vĩnh Phú' → 'Vĩnh Phú'. A bare number keeps it: 'Phường 2' stays. */
export function withoutKind(name: string): string {
  return nfc(name).replace(PLACE_PREFIX, (prefix, _kind, _at, whole: string) =>
    /^\d/.test(whole.slice(prefix.length)) ? prefix : '',
  );
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Orders places by name without their kind, numbers by value: Phường 2 before Phường 10. */
export function naturalCompare(a: string, b: string): number {
  return collator.compare(withoutKind(a), withoutKind(b)) || collator.compare(a, b);
}

const locale = { vi: 'vi-VN', en: 'en-US' } as const;
const whole = { vi: new Intl.NumberFormat(locale.vi), en: new Intl.NumberFormat(locale.en) };
const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const rates = { vi: new Intl.NumberFormat(locale.vi, oneDecimal), en: new Intl.NumberFormat(locale.en, oneDecimal) };

/** 7736 → '7.736' in Vietnamese, '7,736' in English. */
export function formatNumber(value: number, lang: Lang): string {
  return whole[lang].format(value);
}

/** A rate in percent with one decimal: 84.9 → '84,9%' or '84.9%'; no denominator (null) → '—'. */
export function formatRate(percent: number | null, lang: Lang): string {
  return percent === null ? '—' : `${rates[lang].format(percent)}%`;
}

const shortMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day 'YYYY-MM-DD' as people write it: '24/02/2020' in Vietnamese, '24 Feb 2020' in English (never month first). */
export function formatDay(day: string, lang: Lang): string {
  const [year, month, date] = day.slice(0, 10).split('-');
  return lang === 'vi' ? `${date}/${month}/${year}` : shortMonth.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** A day 'YYYY-MM-DD' as official documents write it: days below 10 and months 1 and 2 are padded, others are not. */
export function documentDate(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  const two = (n: number) => String(n).padStart(2, '0');
  return `ngày ${two(date)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a day as people type it (24/2/2020, 24-2-2020, 24.2.2020, 2020-02-24, 'ngày 24 tháng 2 năm 2020') or as `formatDay` writes it in English, or an Excel serial number; null when it is none, or has no four-digit year. */
export function parseDay(value: string | number): string | null {
  if (typeof value === 'number') return serialDay(value);
  const text = fold(value).replace(/ 0?\d{1,2} \d{2}( \d{2})?$/, (time) => (value.includes(':') ? '' : time));
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(text.replace(/t\d{2}.*$/, '').trim());
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const english = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/.exec(text);
  const month = MONTHS.indexOf(english?.[2] ?? '') + 1;
  if (english && month > 0) return calendarDay(Number(english[3]), month, Number(english[1]));
  const local = /^(?:.*\bngay )?(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(text);
  return local ? calendarDay(Number(local[3]), Number(local[2]), Number(local[1])) : null;
}

// Excel counts from 1900 and believes that 29/2/1900 existed, so day 60 is none.
function serialDay(serial: number): string | null {
  const days = Math.floor(serial);
  if (!(days >= 1 && days <= 2_958_465) || days === 60) return null;
  const time = Date.UTC(1899, 11, days > 60 ? 30 : 31) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? date.toISOString().slice(0, 10) : null;
}
