import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { registerKey } from '#modules/initiatives/registration/rules-keys.ts';
import { type FieldName, parseField } from '#modules/registers/cell/rules-fields.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { remembered, type SettledLine, settled } from '#modules/registers/cell/rules-letters.ts';
import type { KnownUnit } from '#modules/registers/place/rules-index.ts';
import { type UnitContext, unitFinder, unitMatcher } from '#modules/registers/place/rules-units.ts';
import { furtherHeading, type Heading, type Merged, repeatsHeading } from '#modules/registers/sheet/rules-headings.ts';
import { type Mapping, mappingBelow } from '#modules/registers/sheet/rules-mapping.ts';
import { type TitlePlace, titleFacts, titlePlace } from '#modules/registers/sheet/rules-titles.ts';
import type { ReadRow, Section } from './rules.ts';
import { Above } from './rules-above.ts';
import { Again } from './rules-again.ts';
import { readableColumns } from './rules-cells.ts';
import { Ditto } from './rules-ditto.ts';
import { isFootRow } from './rules-foot.ts';
import { isBlankRow, isColumnNumbers, isRemark, isTotalsRow, readSection } from './rules-lines.ts';
import { filledDown } from './rules-merged.ts';
import { readRow } from './rules-read.ts';
import { entered } from './rules-sections.ts';

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
  why: 'column_numbers' | 'heading' | 'table' | 'section' | 'total' | 'foot' | 'again';
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
  const find = unitFinder(context);
  const title = titlePlace(context.sheetName ?? '', above, find);
  const about = titleFacts(context.sheetName ?? '', above, context);
  const reading = {
    ...context,
    columns: readableColumns(mapping),
    section: {} as Section,
    title,
    about,
    match,
    fieldOf,
  };
  const levelOf = (unit: string) => {
    const alone = find({ unit });
    const around = reading.section.district || title.district;
    const level = alone === 'several' && around ? find({ unit, district: around }) : alone;
    // That it lies outside is told of the rows below it.
    if (level === 'outside') return 'commune' as const;
    return level === 'commune' || level === 'district' ? level : null;
  };
  const first = { columns: context.heading.columns, mapping };
  let below = mapping;
  let foot = false;
  // Up to here reach the rows of the heading of a further table.
  let inHeading = 0;
  const body = settled(filledDown(lines, mapping, context.heading.row, context.merges));
  const grouped = new Above(body, mapping, context.level === 'commune');
  let ditto = new Ditto(mapping);
  const again = new Again();
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
    const heading = other === null ? readSection(cells, below, context.fields, levelOf) : null;
    const why = other ?? (heading === null && isRemark(cells, below) ? 'foot' : null);
    if (heading) {
      reading.section = entered(reading.section, heading);
      grouped.begin();
      ditto.begin();
      if (heading.place || heading.rank !== 'none') foot = false;
    }
    if (other === 'foot' || (why === 'total' && isGrand(cells))) foot = true;
    if (why === 'blank') continue;
    if (why || heading) {
      skipped.push({ row: line.number, why: why ?? 'section', text: briefly(cells) });
      continue;
    }
    foot = false;
    const repeated = ditto.fill(line);
    const whole = grouped.fill(repeated.line);
    const row = readRow(whole.line, reading);
    const model = again.model(row, reading.section, rows);
    if (model) {
      model.verdict = row.verdict;
      skipped.push({ row: line.number, why: 'again', text: briefly(cells) });
      continue;
    }
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

const briefly = (cells: readonly string[]) =>
  cells
    .filter((cell) => cell.trim())
    .join(' | ')
    .slice(0, 300);

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
