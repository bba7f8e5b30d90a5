import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { settled } from '#modules/registers/cell/rules-letters.ts';
import { looksLikeUnit } from '#modules/registers/place/rules-units.ts';
import { fold } from '#platform/vietnamese.ts';
import { findHeading, type Heading, type Merged } from './rules-headings.ts';
import { type Mapping, suggestMapping } from './rules-mapping.ts';
import type { Meaning } from './rules-meanings.ts';
import { placesAbove } from './rules-titles.ts';

export type SheetLines = { name: string; rows: readonly RegisterLine[]; merges?: readonly Merged[] };

/** A sheet that holds a register; `read` says whether it is read unless a person chooses otherwise. */
export type FoundSheet = { sheet: SheetLines; heading: Heading; mapping: Mapping; rows: number; read: boolean };
type Found = Omit<FoundSheet, 'rows' | 'read'> & { body: readonly RegisterLine[]; year: number | null };

/** How many numbers each sheet of a file has for its lines: more than a workbook has rows. */
export const SPAN = 2 ** 21;

/** The number of a line of the whole file; the first sheet's lines keep those that Excel shows. */
export const lineNumber = (sheet: number, row: number) => sheet * SPAN + row;
/** Which sheet a line stands in, from 0. */
export const sheetOf = (line: number) => Math.floor(line / SPAN);
/** The row of its sheet, as Excel shows it. */
export const rowOf = (line: number) => line % SPAN;

/**
 * The sheets of a file that hold registers, in their order. The one with the most rows is read, and each other that has its columns: one
 * for each commune, say. A summary of them, a copy, an old list or a sample is not, unless a person wants it; nor is one of another year than
 * `year` where a sheet may be of that.
 */
export function findRegisters(sheets: readonly SheetLines[], year?: number): FoundSheet[] {
  const found = sheets.flatMap((sheet): Found[] => {
    const heading = findHeading(sheet.rows, sheet.merges);
    const body = heading ? sheet.rows.filter(({ number }) => number > heading.row) : [];
    if (!heading || body.length === 0) return [];
    return [
      { sheet, heading, body, mapping: suggestMapping(heading.columns, body, { year }), year: yearOf(sheet, heading) },
    ];
  });
  const ofYear = found.filter((one) => year === undefined || one.year === null || one.year === year);
  const largestFirst = (ofYear.length > 0 ? ofYear : found).toSorted((a, b) => b.body.length - a.body.length);
  const [main, ...others] = largestFirst;
  if (!main) return [];
  const read = new Set([main]);
  const seen = new Seen();
  if (others.length > 0) seen.add(main);
  for (const other of others) {
    if (!isAlike(other.mapping, main.mapping) || isAside(other, main) || seen.isCopy(other)) continue;
    read.add(other);
    seen.add(other);
  }
  return found.map((one) => ({
    sheet: one.sheet,
    heading: one.heading,
    mapping: one.mapping,
    rows: one.body.length,
    read: read.has(one),
  }));
}

const TELLING: readonly Meaning[] = ['registrant', 'commune', 'unit', 'field', 'fieldMark', 'subject', 'collective'];

function isAlike(mapping: Mapping, main: Mapping): boolean {
  const [own, others] = [mapping, main].map((one) => new Set(Object.values(one)));
  const telling = TELLING.filter((meaning) => others!.has(meaning));
  return own!.has('name') && telling.filter((meaning) => own!.has(meaning)).length * 2 >= telling.length;
}

const ASIDE =
  /(?<!\p{L})(?:cũ|năm trước|mẫu|nháp|tổng hợp|tong hop|nam truoc|bản sao|ban sao|copy|ví dụ|hướng dẫn|huong dan)(?!\p{L})/iu;

// 'Cũ', 'Mẫu', 'Danh sách (2)'; or of another year than the main one.
function isAside({ sheet: { name }, year }: Found, main: Found): boolean {
  const copied = /^(.*) ?\(\d+\)$/.exec(name.trim());
  return (
    (year !== null && year !== main.year) ||
    (copied !== null && fold(copied[1]!) === fold(main.sheet.name)) ||
    ASIDE.test(name.normalize('NFC'))
  );
}

/** The year in a sheet's name, else the only one that its title block names outside a date. */
export function yearOf({ name, rows }: SheetLines, heading: Heading): number | null {
  const named = /(?:19|20)\d\d/.exec(name)?.[0];
  if (named) return Number(named);
  const titles = settled(rows.filter(({ number }) => number < heading.first)).flatMap(({ cells }) => cells);
  const years = titles.flatMap((title) => {
    const dated = /ng[aà]y\s+[\d.…]*\s*th[aá]ng|giai đoạn|quyết định|công văn|kế hoạch|hướng dẫn/iu;
    return dated.test(title)
      ? []
      : [...title.matchAll(/năm\s+(20\d\d)(?!\s*[-–]\s*\d)/giu)].map(([, year]) => Number(year));
  });
  return new Set(years).size === 1 ? years[0]! : null;
}

/** The models of the sheets that are read, each with the places of its sheets. */
class Seen {
  readonly #places = new Map<string, Set<string>>();

  add(sheet: Found): void {
    const where = placeOf(sheet);
    for (const name of namesIn(sheet)) this.#places.set(name, (this.#places.get(name) ?? new Set()).add(where));
  }

  /** True when most of its models are there already. Each commune has its 'Hũ gạo tình thương': those of two places are two. */
  isCopy(sheet: Found): boolean {
    const where = placeOf(sheet);
    const names = [...namesIn(sheet)];
    const again = names.filter((name) => {
      const places = this.#places.get(name);
      return places && (where === '' || places.has('') || places.has(where));
    });
    return names.length > 0 && again.length > names.length / 2;
  }
}

// Where a sheet's models lie by its name or its title; '' where its own columns say it, or nothing does.
function placeOf({ sheet, heading, mapping }: Found): string {
  const said = ['commune', 'unit', 'unitCode'].some((meaning) => Object.values(mapping).includes(meaning as Meaning));
  if (said) return '';
  const above = sheet.rows.filter(({ number }) => number < heading.first);
  return fold(looksLikeUnit(sheet.name) ? sheet.name : placesAbove(above).join(' '));
}

// Numbers of rows begin anew in each sheet: what a model is called and who registers it tell it from another.
function namesIn({ body, mapping }: Found): Set<string> {
  const at = (meaning: Meaning) =>
    Number(Object.keys(mapping).find((column) => mapping[Number(column)] === meaning) ?? -1);
  const columns = [at('name'), at('registrant'), at('commune'), at('unit')];
  const names = body.map(({ cells }) => columns.map((column) => fold(cells[column] ?? '')).join('|'));
  return new Set(names.filter((name) => !name.startsWith('|')));
}
