import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { type ReadableColumns, RowCells } from './rules-cells.ts';
import type { Heading } from './rules-headings.ts';
import type { SettledLine } from './rules-letters.ts';
import type { Rank } from './rules-lines.ts';
import { type Meaning, TEXT_PARTS } from './rules-meanings.ts';
import { bodyInUnit, readField, readUnit, readWho } from './rules-row-facts.ts';
import { readVerdict } from './rules-row-verdict.ts';
import type { TitleFacts, TitlePlace } from './rules-titles.ts';
import type { KnownUnit, UnitContext, UnitMatcher, UnitProblem } from './rules-units.ts';
import { parseListDay, type Verdict } from './rules-values.ts';

export const NAME_MAX = 500;
export const TEXT_MAX = 5_000;

export type ProblemCode =
  | UnitProblem
  | 'cell.error'
  | 'name.missing'
  | 'name.too_long'
  | 'registrant.missing'
  | 'registrant.too_long'
  | 'text.too_long'
  | 'field.missing'
  | 'field.unknown'
  | 'field.both'
  | 'subject.none'
  | 'subject.both'
  | 'subject.unknown'
  | 'verdict.unknown'
  | 'verdict.both';
export type NoteCode = 'cell.from_above' | 'row.repeated' | 'unit.kind_differs' | 'day.unknown' | 'day.month_only';

/** What is wrong (or worth saying) about a row: `column` counts from 0, null when it is about the whole row. Its sentence is `register.error.<code>` or `register.note.<code>`. */
export type RowProblem<Code = ProblemCode | NoteCode> = {
  row: number;
  column: number | null;
  code: Code;
  params: Record<string, string | number>;
};

export type Parts = Record<(typeof TEXT_PARTS)[number], string>;

export type ReadRow = {
  row: number;
  name: string;
  registrant: string;
  unitId: number | null;
  fieldId: number | null;
  subject: Subject | null;
  verdict: Verdict | null;
  verdictReason: string;
  submittedOn: string | null;
  note: string;
  parts: Parts;
  problems: RowProblem<ProblemCode>[];
  notes: RowProblem[];
  /** How many cells held letters of another encoding that were put right. */
  repaired: number;
};

/** What the headings inside the list have said so far, with how those of places were numbered. */
export type Section = {
  district?: string;
  commune?: string;
  fieldId?: number;
  subject?: Subject;
  verdict?: Verdict | undefined;
  districtRank?: Rank;
  communeRank?: Rank;
  /** How the places were numbered in which the verdict was said: the next of them ends it. */
  verdictIn?: readonly (Rank | undefined)[];
  verdictRank?: Rank;
};

export type RowContext = UnitContext & {
  columns: ReadableColumns;
  heading: Heading;
  units: readonly KnownUnit[];
  fieldId?: number | null;
  subject?: Subject | null;
  section: Section;
  /** Where the sheet lies by its name or its title. */
  title: TitlePlace;
  /** What its name or its title says of all rows. */
  about: TitleFacts;
  match: UnitMatcher;
  fieldOf(text: string): number | null;
};

/** Reads one row; every problem is told, and what could be read is there beside it. */
export function readRow(line: SettledLine, context: RowContext): ReadRow {
  const cells = new RowCells(line, context.columns);
  const name = cells.text('name');
  const { registrant, subject } = readWho(cells, context);
  const unitId = readUnit(cells, context, registrant);
  // Dots and dashes call nothing by a name.
  if (!/[\p{L}\p{N}]/u.test(name)) cells.problem('name.missing', 'name');
  else if (name.length > NAME_MAX) cells.problem('name.too_long', 'name', { length: name.length, max: NAME_MAX });
  const verdict = readVerdict(cells, context);
  const day = cells.text('submittedOn');
  const said = day === '' ? null : parseListDay(day);
  const submittedOn = said?.day ?? null;
  if (day !== '' && !said) cells.note('day.unknown', 'submittedOn', { text: day });
  if (said?.monthOnly) cells.note('day.month_only', 'submittedOn', { text: day });
  const parts = Object.fromEntries(TEXT_PARTS.map((part) => [part, readPart(cells, part)])) as Parts;
  const fieldId = readField(cells, context);
  return {
    row: line.number,
    name,
    unitId,
    fieldId,
    subject,
    ...verdict,
    submittedOn,
    parts,
    note: cells.text('note'),
    registrant:
      registrant ||
      (cells.has('registrant')
        ? ''
        : bodyInUnit(cells) || (context.units.find((unit) => unit.id === unitId)?.name ?? '')),
    problems: cells.problems.sort((a, b) => (a.column ?? 0) - (b.column ?? 0)),
    notes: cells.notes,
    repaired: cells.repaired,
  };
}

function readPart(cells: RowCells, part: Meaning): string {
  const text = cells.lines(part);
  if (text.length > TEXT_MAX) cells.problem('text.too_long', part, { length: text.length, max: TEXT_MAX });
  return text;
}
