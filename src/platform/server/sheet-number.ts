const DAY_MS = 86_400_000;
// Numbers of formats that Excel knows without spelling them out: dates and times (also the East Asian ones), percent.
const BUILT_IN: Record<number, string> = {
  9: '0%',
  10: '0.00%',
  18: 'h:mm',
  19: 'h:mm',
  20: 'h:mm',
  21: 'h:mm',
  22: 'd/m/yyyy h:mm',
};
const isBuiltInDate = (id: number) => (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const isBuiltInTime = (id: number) => id >= 45 && id <= 47;

/** The spelling of a number format by its id, for those that a workbook does not spell out. */
export function builtInFormat(id: number): string {
  if (isBuiltInDate(id)) return id === 17 ? 'm/yyyy' : 'd/m/yyyy';
  return isBuiltInTime(id) ? 'h:mm' : (BUILT_IN[id] ?? 'General');
}

/** A stored number as the text that a person sees: dates d/m/yyyy, codes with their leading zeros, never an exponent. */
export function showNumber(value: number, format: string, from1904 = false): string {
  if (!Number.isFinite(value)) return '';
  const pattern = bare(format);
  if (/[ymdhs]/i.test(pattern) && !/general/i.test(pattern)) return showDate(value, pattern, from1904);
  if (pattern.includes('%')) return `${plain(value * 100)}%`;
  if (/^0{2,}$/.test(pattern) && value >= 0) return String(Math.round(value)).padStart(pattern.length, '0');
  return plain(value);
}

/** A number without exponent and without the noise of binary fractions: 84.900000000000006 → '84.9'. */
export function plain(value: number): string {
  const tidy = Number(value.toPrecision(15));
  if (Number.isInteger(tidy)) return Number.isSafeInteger(tidy) ? String(tidy) : BigInt(tidy).toString();
  const text = String(tidy);
  return text.includes('e') ? tidy.toFixed(20).replace(/\.?0+$/, '') : text;
}

// The first section of a format without colours, literals and escaped characters, so that 'd' in "đồng" is not taken for a day.
function bare(format: string): string {
  const section = format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0]!;
  return section
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .trim();
}

function showDate(serial: number, pattern: string, from1904: boolean): string {
  const days = Math.floor(serial + 1e-9);
  const minutes = Math.round((serial - days) * 1440);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days > 60 ? 30 : 31);
  const date = new Date(epoch + days * DAY_MS);
  if (Number.isNaN(date.getTime()) || serial < 0) return plain(serial);
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  if (!/[yd]/i.test(pattern) && /[hs]/i.test(pattern)) return clock;
  const parts = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  const shown = /d/i.test(pattern) ? parts : /m/i.test(pattern) ? parts.slice(1) : parts.slice(2);
  return shown.join('/') + (/h/i.test(pattern) && minutes > 0 ? ` ${clock}` : '');
}
