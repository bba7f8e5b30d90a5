import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { registerKey } from '#modules/initiatives/registration/rules-keys.ts';
import { Above } from './rules-above.ts';
import { readableColumns } from './rules-cells.ts';
import { Ditto } from './rules-ditto.ts';
import { type FieldName, parseField } from './rules-fields.ts';
import { furtherHeading, type Heading, type Merged, type RegisterLine, repeatsHeading } from './rules-headings.ts';
import { remembered, type SettledLine, settled } from './rules-letters.ts';
import {
  isBlankRow,
  isColumnNumbers,
  isFootRow,
  isRemark,
  isTotalsRow,
  readSection,
  type SectionHeading,
} from './rules-lines.ts';
import { type Mapping, mappingBelow } from './rules-mapping.ts';
import { type ReadRow, readRow, type Section } from './rules-rows.ts';
import { type TitlePlace, titleFacts, titlePlace } from './rules-titles.ts';
import { type KnownUnit, type UnitContext, unitFinder, unitMatcher } from './rules-units.ts';

export type RegisterContext = UnitContext & {
  heading: Heading;
  units: readonly KnownUnit[];
  fields: readonly FieldName[];
  merges?: readonly Merged[];
  /** Taken for every row when the register itself says nothing. */
  fieldId?: number | null;
  subject?: Subject | null;
  /** The year that the list is of. */
  year?: number;
  /** The sheet's name, which may name its unit. */
  sheetName?: string;
  /** Rows of the sheets before, so that equal ones are told across a file. */
  seen?: Map<string, Seen>;
};

/** A row of the register: `row` is Excel's number, `key` tells it apart in its unit, `occurrence` counts equal ones in this file. A row with problems cannot be written; notes are only said. */
export type RegisterRow = ReadRow &
  Pick<SettledLine, 'raw' | 'cells' | 'changed'> & { key: string; occurrence: number };

/** A line that is no model, and why it was passed over. */
export type SkippedLine = {
  row: number;
  why: 'column_numbers' | 'heading' | 'table' | 'section' | 'total' | 'foot';
  text: string;
};

/** Reads every line under the heading as a model, a heading of its own, a sum or a foot; nothing is dropped unsaid. */
export function parseRegister(
  lines: readonly RegisterLine[],
  mapping: Mapping,
  context: RegisterContext,
): { rows: RegisterRow[]; skipped: SkippedLine[]; title: TitlePlace } {
  const match = unitMatcher(context.units, context);
  const fieldOf = remembered((text: string) => parseField(text, context.fields));
  const rows: RegisterRow[] = [];
  const skipped: SkippedLine[] = [];
  const seen = context.seen ?? new Map<string, Seen>();
  const above = lines.filter((line) => line.number < context.heading.first);
  const title = titlePlace(context.sheetName ?? '', above, unitFinder(context));
  const about = titleFacts(context.sheetName ?? '', above, context.fields);
  const reading = {
    ...context,
    columns: readableColumns(mapping),
    section: {} as Section,
    title,
    about,
    match,
    fieldOf,
  };
  const first = { columns: context.heading.columns, mapping };
  let below = mapping;
  let foot = false;
  // Up to here reach the rows of the heading of a further table.
  let inHeading = 0;
  const body = settled(filledDown(lines, mapping, context));
  const grouped = new Above(body, mapping, context.level === 'commune');
  let ditto = new Ditto(mapping);
  for (const [at, line] of body.entries()) {
    const { cells } = line;
    const further = at < inHeading ? null : furtherHeading(line, body[at + 1], context.heading, context.merges);
    if (further) {
      inHeading = at + further.deep;
      below = mappingBelow(further.columns, body.slice(inHeading), first, context);
      reading.heading = { ...context.heading, columns: further.columns };
      reading.columns = readableColumns(below);
      ditto = new Ditto(below);
    }
    const other = at < inHeading ? 'table' : whyNot(cells, below, reading, foot);
    const heading = other === null ? readSection(cells, below, context.fields) : null;
    const why = other ?? (heading === null && isRemark(cells, below) ? 'foot' : null);
    if (heading) {
      reading.section = entered(reading.section, heading);
      grouped.begin();
      ditto.begin();
    }
    if (other === 'foot' || (why === 'total' && isGrand(cells))) foot = true;
    if (why === 'blank') continue;
    if (why || heading) {
      skipped.push({
        row: line.number,
        why: why ?? 'section',
        text: cells
          .filter((cell) => cell.trim())
          .join(' | ')
          .slice(0, 300),
      });
      continue;
    }
    foot = false;
    const repeated = ditto.fill(line);
    const whole = grouped.fill(repeated.line);
    const row = readRow(whole.line, reading);
    for (const { column, from } of [...repeated.filled, ...whole.filled])
      row.notes.push({
        row: row.row,
        column,
        code: 'cell.from_above',
        params: { first: from, text: whole.line.cells[column]! },
      });
    rows.push(numbered(row, whole.line, seen));
  }
  return { rows, skipped, title };
}

function whyNot(
  cells: readonly string[],
  mapping: Mapping,
  context: Pick<RegisterContext, 'heading' | 'fields'>,
  foot: boolean,
): SkippedLine['why'] | 'blank' | null {
  if (isBlankRow(cells, mapping)) return 'blank';
  if (isColumnNumbers(cells)) return 'column_numbers';
  if (repeatsHeading(cells, context.heading)) return 'heading';
  if (isTotalsRow(cells, mapping)) return 'total';
  return isFootRow(cells, mapping, foot, context.fields) ? 'foot' : null;
}

const isGrand = (cells: readonly string[]) => /t(ổ|ố)ng/iu.test(cells.join(' ').normalize('NFC'));

// A district's heading ends the commune above it; a place and a field stand beside each other. A heading that only groups ends the places
// numbered as it is: below 'III. Khối cơ quan' nothing is in 'II. Huyện An Biên' any more.
function entered(before: Section, { rank, place, ...rest }: SectionHeading): Section {
  const groups = !place && Object.keys(rest).length === 0 && rank !== 'none';
  if (groups && rank === before.districtRank) return { ...before, district: '', commune: '' };
  if (groups && rank === before.communeRank) return { ...before, commune: '' };
  if (!place) return { ...before, ...rest };
  if (place.level === 'commune') return { ...before, commune: place.text, communeRank: rank };
  return { ...before, district: place.text, commune: '', districtRank: rank };
}

/** Cells merged downwards speak for each of their rows where they say where, who or which field. */
function filledDown(lines: readonly RegisterLine[], mapping: Mapping, context: RegisterContext): RegisterLine[] {
  const body = lines.filter((line) => line.number > context.heading.row);
  const carried = new Set([
    'unit',
    'commune',
    'district',
    'unitCode',
    'field',
    'registrant',
    'subject',
    'result',
    'submittedOn',
  ]);
  const tall = (context.merges ?? []).filter(
    (m) => m.bottom > m.top && m.left === m.right && m.top > context.heading.row && carried.has(mapping[m.left] ?? ''),
  );
  if (tall.length === 0) return body;
  const at = new Map(body.map((line, i) => [line.number, i]));
  for (const merge of tall) {
    const value = body[at.get(merge.top) ?? -1]?.cells[merge.left] ?? '';
    for (let number = merge.top + 1; number <= merge.bottom && value !== ''; number += 1) {
      const i = at.get(number);
      if (i === undefined) continue;
      const cells = Array.from(
        { length: Math.max(body[i]!.cells.length, merge.left + 1) },
        (_, column) => body[i]!.cells[column] ?? '',
      );
      cells[merge.left] = value;
      const fonts = body[at.get(merge.top)!]!.fonts?.[merge.left];
      body[i] = { ...body[i]!, cells, ...(fonts && { fonts: { ...body[i]!.fonts, [merge.left]: fonts } }) };
    }
  }
  return body;
}

export type Seen = { first: number; times: number };

// Real registers hold equal lines; each is a model of its own, and the person who imports is told.
function numbered(row: ReadRow, { raw, cells, changed }: SettledLine, seen: Map<string, Seen>): RegisterRow {
  const key = registerKey(row.name, row.registrant);
  if (row.unitId === null) return Object.assign(row, { raw, cells, changed, key, occurrence: 1 });
  const place = `${row.unitId}|${key}`;
  const before = seen.get(place);
  if (!before) {
    seen.set(place, { first: row.row, times: 1 });
    return Object.assign(row, { raw, cells, changed, key, occurrence: 1 });
  }
  before.times += 1;
  const { first, times: occurrence } = before;
  row.notes.push({ row: row.row, column: null, code: 'row.repeated', params: { first, occurrence } });
  return Object.assign(row, {
    raw,
    cells,
    changed,
    key: registerKey(row.name, row.registrant, occurrence),
    occurrence,
  });
}
