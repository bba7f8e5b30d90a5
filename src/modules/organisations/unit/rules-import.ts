import { fold, nfc, parseDay } from '#platform/vietnamese.ts';

/** The columns of a list of units; `from` and `until` may be left out. Others are ignored. */
const UNIT_COLUMNS = ['code', 'name', 'kind', 'parent_code', 'from', 'until'] as const;
type Column = (typeof UNIT_COLUMNS)[number];

/** A unit of a list: it stands from a day to before another (`yyyy-mm-dd`), or for good. */
export interface UnitRow {
  line: number;
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
  from: string;
  until: string | null;
}

/** A unit with a code on some days that is there already. */
export interface KnownUnit {
  id: number;
  code: string;
  name: string;
  kind: string;
  from: string;
  until: string | null;
}

export interface LineProblem {
  line: number;
  code: `unit.import.${'heading' | 'empty' | 'code' | 'name' | 'kind' | 'day' | 'days' | 'doubled' | 'taken' | 'parent' | 'parent_days' | 'loop'}`;
  params: Record<string, string | number>;
}

/** Rows that may be written, those that are there already, and what is wrong, line by line. */
export interface CheckedRows {
  fresh: (UnitRow & { parent: number | UnitRow | null })[];
  known: number;
  problems: LineProblem[];
}

const tell = (line: number, what: string, params: LineProblem['params'] = {}): LineProblem => ({
  line,
  code: `unit.import.${what}` as LineProblem['code'],
  params: { line, ...params },
});

/** The rows under the heading line. `kinds` finds a kind by its key or its folded word; rows without a day begin on `since`. */
export function unitRowsOf(
  lines: readonly (readonly string[])[],
  kinds: ReadonlyMap<string, string>,
  since: string,
): { rows: UnitRow[]; problems: LineProblem[] } {
  const [heading = [], ...body] = lines;
  const at = new Map(heading.map((title, column) => [title.trim().toLowerCase(), column]));
  const missing = UNIT_COLUMNS.slice(0, 4).filter((column) => !at.has(column));
  if (missing.length > 0) return { rows: [], problems: [tell(1, 'heading', { columns: missing.join(', ') })] };
  const rows: UnitRow[] = [];
  const problems: LineProblem[] = [];
  for (const [index, cells] of body.entries()) {
    const line = index + 2;
    const cell = (column: Column) => nfc(cells[at.get(column) ?? -1] ?? '');
    if (UNIT_COLUMNS.every((column) => cell(column) === '')) continue;
    const [code, name, kind] = [cell('code'), cell('name'), kinds.get(cell('kind')) ?? kinds.get(fold(cell('kind')))];
    const from = cell('from') ? parseDay(cell('from')) : since;
    const until = cell('until') ? parseDay(cell('until')) : null;
    const found = [
      !/^\d{1,10}$/.test(code) && tell(line, 'code', { value: code }),
      (name === '' || name.length > 200) && tell(line, 'name'),
      !kind && tell(line, 'kind', { value: cell('kind') }),
      (!from || (cell('until') && !until)) && tell(line, 'day', { value: from ? cell('until') : cell('from') }),
      from && until && until <= from && tell(line, 'days', { from, until }),
    ].filter((each) => each !== false && each !== null && each !== '');
    problems.push(...found);
    if (found.length === 0)
      rows.push({
        line,
        code,
        name,
        kind: kind as string,
        parentCode: cell('parent_code') || null,
        from: from as string,
        until,
      });
  }
  if (rows.length + problems.length === 0) problems.push(tell(1, 'empty'));
  return { rows, problems };
}

type Days = { from: string; until: string | null };
const meet = (a: Days, b: Days) => (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
const covers = (a: Days, b: Days) => a.from <= b.from && (a.until === null || (b.until !== null && b.until <= a.until));

/** Compares rows with each other and with what is there: no code twice on a day, every parent there for as long as its units. */
export function checkRows(rows: readonly UnitRow[], there: readonly KnownUnit[]): CheckedRows {
  const problems: LineProblem[] = [];
  const knownBy = Map.groupBy(there, ({ code }) => code);
  const rowsBy = Map.groupBy(rows, ({ code }) => code);
  const isThere = (row: UnitRow, unit: KnownUnit) =>
    covers(unit, row) && fold(unit.name) === fold(row.name) && unit.kind === row.kind;
  const fresh: CheckedRows['fresh'] = [];
  for (const row of rows) {
    const known = (knownBy.get(row.code) ?? []).filter((unit) => meet(unit, row));
    if (known.some((unit) => isThere(row, unit))) continue;
    const [taken] = known;
    if (taken) problems.push(tell(row.line, 'taken', { code: row.code, name: taken.name }));
    const other = rowsBy.get(row.code)?.find((each) => each.line < row.line && meet(each, row));
    if (other) problems.push(tell(row.line, 'doubled', { code: row.code, other: other.line }));
    fresh.push({ ...row, parent: parentOf(row, rowsBy, knownBy, problems) });
  }
  const byLine = new Map(fresh.map((row) => [row.line, row]));
  for (const row of fresh) if (isInLoop(row, byLine)) problems.push(tell(row.line, 'loop', { code: row.code }));
  return { fresh, known: rows.length - fresh.length, problems: problems.sort((a, b) => a.line - b.line) };
}

function parentOf(
  row: UnitRow,
  rowsBy: ReadonlyMap<string, UnitRow[]>,
  knownBy: ReadonlyMap<string, KnownUnit[]>,
  problems: LineProblem[],
): number | UnitRow | null {
  if (row.parentCode === null) return null;
  const known = knownBy.get(row.parentCode) ?? [];
  const own = rowsBy.get(row.parentCode) ?? [];
  const there = known.find((each) => covers(each, row));
  const listed = own.find((each) => covers(each, row));
  if (there) return there.id;
  if (listed) return listed;
  const partly = [...known, ...own].some((each) => meet(each, row));
  problems.push(tell(row.line, partly ? 'parent_days' : 'parent', { code: row.parentCode }));
  return null;
}

function isInLoop(
  row: CheckedRows['fresh'][number],
  byLine: ReadonlyMap<number, CheckedRows['fresh'][number]>,
): boolean {
  let at: CheckedRows['fresh'][number] | undefined = row;
  for (let steps = 0; at; steps++) {
    const { parent }: { parent: number | UnitRow | null } = at;
    if (parent === null || typeof parent === 'number') return false;
    if (parent.line === row.line || steps > byLine.size) return true;
    at = byLine.get(parent.line);
  }
  return false;
}
