import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import {
  parseRegister,
  type RegisterContext,
  type RegisterRow,
  type Seen,
  type SkippedLine,
} from '#modules/registers/row/rules-list.ts';
import { sheetOf, yearOf } from '#modules/registers/sheet/rules.ts';
import { findHeading, type Heading, headingWordsOf, type Merged } from '#modules/registers/sheet/rules-headings.ts';
import { type ListFacts, type Mapping, suggestMapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { TitlePlace } from '#modules/registers/sheet/rules-titles.ts';

/** A sheet of a list that was taken in: how many rows it has under its heading, and whether it is read. Once a list is written, what stood over its columns and how they were read. */
export interface SheetPart {
  name: string;
  merges: Merged[];
  rows: number;
  read: boolean;
  headings?: string[];
  columns?: Mapping;
}

/** How columns are read, by the words over them ('' for any others). */
export type Columns = Readonly<Record<string, Mapping>>;

/** The lines of a list, its sheets, and how a person wants its columns read. */
export interface RegisterList {
  lines: readonly RegisterLine[];
  sheets: readonly SheetPart[];
  columns?: Columns | null | undefined;
}

/** A sheet as it is read: `index` among the file's, `signature` the words over its columns, `remembered` when the office read them so before. */
export interface ReadSheet {
  index: number;
  name: string;
  heading: Heading;
  signature: string;
  mapping: Mapping;
  remembered: boolean;
  title: TitlePlace;
  /** The year that it says it is of, where that is not the list's. */
  otherYear: number | null;
  body: readonly RegisterLine[];
}

/** The sheets of a list that are read, each with its heading; null for one in which none can be found. */
export function headedSheets({
  lines,
  sheets,
}: RegisterList): (Pick<ReadSheet, 'index' | 'name' | 'heading' | 'signature'> & { lines: RegisterLine[] })[] | null {
  const headed = sheets.flatMap((sheet, index) => {
    if (!sheet.read) return [];
    const own = sheets.length === 1 ? [...lines] : lines.filter(({ number }) => sheetOf(number) === index);
    const heading = findHeading(own, sheet.merges);
    return [heading && { index, name: sheet.name, heading, signature: headingWordsOf(heading), lines: own }];
  });
  return headed.includes(null) || headed.length === 0 ? null : (headed as NonNullable<(typeof headed)[number]>[]);
}

type Headed = NonNullable<ReturnType<typeof headedSheets>>;

/** How the columns of each sheet are read: as a person chose for this list, as the office has read such columns before, else as is suggested. */
export function mappedSheets(headed: Headed, columns: Columns, remembered: Columns, list: ListFacts) {
  return headed.map((sheet) => {
    const body = sheet.lines.filter((line) => line.number > sheet.heading.row);
    const chosen = columns[sheet.signature] ?? columns[''];
    const before = chosen ? undefined : remembered[sheet.signature];
    const mapping = chosen ?? before ?? suggestMapping(sheet.heading.columns, body, list);
    return { ...sheet, body, mapping, remembered: before !== undefined };
  });
}

type Context = Omit<RegisterContext, 'heading' | 'merges' | 'sheetName' | 'seen'>;

/** Reads the rows of every sheet, in the order of the file. */
export function readList(
  mapped: ReturnType<typeof mappedSheets>,
  sheets: readonly SheetPart[],
  context: Context,
): { sheets: ReadSheet[]; rows: RegisterRow[]; skipped: SkippedLine[] } {
  const seen = new Map<string, Seen>();
  const rows: RegisterRow[] = [];
  const skipped: SkippedLine[] = [];
  const read = mapped.map(({ lines, ...sheet }): ReadSheet => {
    const { merges } = sheets[sheet.index]!;
    const found = parseRegister(lines, sheet.mapping, {
      ...context,
      heading: sheet.heading,
      merges,
      sheetName: sheet.name,
      seen,
    });
    for (const row of found.rows) rows.push(row);
    for (const line of found.skipped) skipped.push(line);
    const year = yearOf({ name: sheet.name, rows: lines }, sheet.heading);
    return { ...sheet, title: found.title, otherYear: year === context.year ? null : year };
  });
  return { sheets: read, rows, skipped };
}
