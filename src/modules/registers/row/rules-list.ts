import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { registerKey } from '#modules/initiatives/registration/rules-keys.ts';
import { type FieldName, parseField } from '#modules/registers/cell/rules-fields.ts';
import { type RegisterLine, remembered, type SettledLine, settled } from '#modules/registers/cell/rules-letters.ts';
import type { KnownUnit } from '#modules/registers/place/rules-index.ts';
import { type UnitContext, unitFinder, unitMatcher } from '#modules/registers/place/rules-units.ts';
import { furtherHeading, type Heading, type Merged, repeatsHeading } from '#modules/registers/sheet/rules-headings.ts';
import { type Mapping, mappingBelow } from '#modules/registers/sheet/rules-mapping.ts';
import { type TitlePlace, titleFacts, titlePlace } from '#modules/registers/sheet/rules-titles.ts';
import type { ReadRow, RowContext } from './rules.ts';
import { Above } from './rules-above.ts';
import { Again } from './rules-again.ts';
import { readableColumns } from './rules-cells.ts';
import { Ditto } from './rules-ditto.ts';
import { isFootRow } from './rules-foot.ts';
import { isBlankRow, isColumnNumbers, isRemark, isTotalsRow, readSection, type SectionHeading } from './rules-lines.ts';
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
  const list = new ListReader(lines, mapping, context);
  for (const at of list.body.keys()) list.take(at);
  return { rows: list.rows, skipped: list.skipped, title: list.reading.title };
}

/** Goes down a list line by line and keeps what the lines so far mean for the next one. */
class ListReader {
  readonly rows: RegisterRow[] = [];
  readonly skipped: SkippedLine[] = [];
  readonly body: readonly SettledLine[];
  /** What a row is read with: the section it stands in, and the heading and columns of its table. */
  readonly reading: RowContext;
  readonly #context: RegisterContext;
  readonly #find: ReturnType<typeof unitFinder>;
  readonly #first: { columns: readonly string[]; mapping: Mapping };
  readonly #seen: Map<string, Seen>;
  readonly #above: Above;
  readonly #again = new Again();
  #mapping: Mapping;
  #ditto: Ditto;
  #foot = false;
  /** Up to here reach the rows of the heading of a further table. */
  #inHeading = 0;

  constructor(lines: readonly RegisterLine[], mapping: Mapping, context: RegisterContext) {
    const { heading, sheetName = '' } = context;
    const titles = lines.filter((line) => line.number < heading.first);
    this.body = settled(filledDown(lines, mapping, heading.row, context.merges));
    this.#context = context;
    this.#find = unitFinder(context);
    this.#first = { columns: heading.columns, mapping };
    this.#seen = context.seen ?? new Map();
    this.#above = new Above(this.body, mapping, context.level === 'commune');
    this.#mapping = mapping;
    this.#ditto = new Ditto(mapping);
    this.reading = {
      ...context,
      columns: readableColumns(mapping),
      section: {},
      title: titlePlace(sheetName, titles, this.#find),
      about: titleFacts(sheetName, titles, context),
      match: unitMatcher(context.units, context),
      fieldOf: remembered((text: string) => parseField(text, context.fields)),
    };
  }

  /** Takes the next line. */
  take(at: number): void {
    this.#turnToTable(at);
    const line = this.body[at]!;
    const other = at < this.#inHeading ? 'table' : this.#whyNot(line.cells);
    const section =
      other === null
        ? readSection(line.cells, this.#mapping, this.#context.fields, (unit) => this.#levelOf(unit))
        : null;
    if (section) this.#enter(section);
    const why = section ? 'section' : (other ?? (isRemark(line.cells, this.#mapping) ? 'foot' : null));
    if (other === 'foot' || (other === 'total' && isGrand(line.cells))) this.#foot = true;
    if (why === null) this.#takeModel(line);
    else if (why !== 'blank') this.#skip(line, why);
  }

  /** Where the heading of a further table stands, what is below it is read by that one. */
  #turnToTable(at: number): void {
    const { heading, merges } = this.#context;
    const further = at < this.#inHeading ? null : furtherHeading(this.body[at]!, this.body[at + 1], heading, merges);
    if (!further) return;
    this.#inHeading = at + further.deep;
    this.#mapping = mappingBelow(further.columns, this.body.slice(this.#inHeading), this.#first, this.#context);
    this.reading.heading = { ...heading, columns: further.columns };
    this.reading.columns = readableColumns(this.#mapping);
    this.#ditto = new Ditto(this.#mapping);
  }

  /** Why a line is neither a model nor a heading inside the list; null for what may be one. */
  #whyNot(cells: readonly string[]): SkippedLine['why'] | 'blank' | null {
    if (isBlankRow(cells, this.#mapping)) return 'blank';
    if (isColumnNumbers(cells)) return 'column_numbers';
    if (repeatsHeading(cells, this.reading.heading)) return 'heading';
    if (isTotalsRow(cells, this.#mapping)) return 'total';
    return isFootRow(cells, this.#mapping, this.#foot, this.#context.fields) ? 'foot' : null;
  }

  /** The level of the unit that a heading names, if it names one. */
  #levelOf(unit: string): 'commune' | 'district' | null {
    const alone = this.#find({ unit });
    const around = this.reading.section.district || this.reading.title.district;
    const level = alone === 'several' && around ? this.#find({ unit, district: around }) : alone;
    // That it lies outside is told of the rows below it.
    if (level === 'outside') return 'commune';
    return level === 'commune' || level === 'district' ? level : null;
  }

  #enter(heading: SectionHeading): void {
    this.reading.section = entered(this.reading.section, heading);
    this.#above.begin();
    this.#ditto.begin();
    if (heading.place || heading.rank !== 'none') this.#foot = false;
  }

  #takeModel(line: SettledLine): void {
    this.#foot = false;
    const repeated = this.#ditto.fill(line);
    const whole = this.#above.fill(repeated.line);
    const row = readRow(whole.line, this.reading);
    const model = this.#again.model(row, this.reading.section, this.rows);
    if (model) {
      model.verdict = row.verdict;
      this.#skip(line, 'again');
      return;
    }
    for (const { column, from } of [...repeated.filled, ...whole.filled]) {
      const params = { first: from, text: whole.line.cells[column]! };
      row.notes.push({ row: row.row, column, code: 'cell.from_above', params });
    }
    this.rows.push(numbered(row, whole.line, this.#seen));
  }

  #skip({ number, cells }: SettledLine, why: SkippedLine['why']): void {
    const words = cells.filter((cell) => cell.trim());
    this.skipped.push({ row: number, why, text: words.join(' | ').slice(0, 300) });
  }
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
