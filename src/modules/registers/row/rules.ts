import type { Subject } from '#modules/initiatives/registration/rules.ts';
import type { Verdict } from '#modules/registers/cell/rules-values.ts';
import type { KnownUnit } from '#modules/registers/place/rules-index.ts';
import type { UnitContext, UnitMatcher, UnitProblem } from '#modules/registers/place/rules-units.ts';
import type { Heading } from '#modules/registers/sheet/rules-headings.ts';
import type { Meaning, TEXT_PARTS } from '#modules/registers/sheet/rules-meanings.ts';
import type { TitleFacts, TitlePlace } from '#modules/registers/sheet/rules-titles.ts';
import type { Rank } from './rules-lines.ts';

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

/** The parts of the form that a list may bring, '' where it brings none. */
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

/** The columns that are read, in their order, and the first of each meaning; worked out once for a whole list. */
export type ReadableColumns = {
  all: readonly { column: number; meaning: Meaning }[];
  first: ReadonlyMap<Meaning, number>;
};

/** What is known of the list, and of where in it a row stands. */
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
