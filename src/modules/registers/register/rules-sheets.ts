import { findHeading, type Heading, type Merged, type RegisterLine } from './rules-headings.ts';
import { type Mapping, suggestMapping } from './rules-mapping.ts';

export type SheetLines = { name: string; rows: readonly RegisterLine[]; merges?: readonly Merged[] };

/** The sheet of a file that holds the register, with its heading and mapping; `others` names further sheets that look like registers too and are not read. */
export type FoundRegister = { sheet: SheetLines; heading: Heading; mapping: Mapping; others: string[] };

/** Finds the register among a file's sheets: the one with a heading and the most rows below it (a summary often comes first); null when none has a heading. */
export function findRegister(sheets: readonly SheetLines[]): FoundRegister | null {
  const found = sheets.flatMap((sheet) => {
    const heading = findHeading(sheet.rows, sheet.merges);
    if (!heading) return [];
    const body = sheet.rows.filter(({ number }) => number > heading.row);
    return [{ sheet, heading, body, mapping: suggestMapping(heading.columns, body) }];
  });
  const best = found.reduce<(typeof found)[number] | undefined>(
    (one, other) => (one && one.body.length >= other.body.length ? one : other),
    undefined,
  );
  if (!best) return null;
  const { sheet, heading, mapping } = best;
  const others = found.filter((one) => one !== best && one.body.length > 0).map((one) => one.sheet.name);
  return { sheet, heading, mapping, others };
}
