import { fold, parseDay } from '#platform/vietnamese.ts';
import type { Level, Unit } from '../unit/rules.ts';
import type { ChangedUnit, CreatedUnit, Plan, Share, Succession, UnitRef } from './rules.ts';

/** The columns of a list of units that change; others are ignored. `share` is whole when the column is missing or empty. */
export const COLUMNS = ['from_code', 'from_name', 'to_code', 'to_name', 'to_kind', 'share', 'effective_on'] as const;
export type Column = (typeof COLUMNS)[number];
export type ListRow = Record<Column, string> & { line: number };

export type ListProblem =
  | { code: 'reorganisation.list.no_heading'; params: { columns: string } }
  | { code: 'reorganisation.list.empty'; params: Record<string, never> }
  | { code: 'reorganisation.list.day'; params: { line: number; value: string } }
  | { code: 'reorganisation.list.days'; params: { days: string } }
  | { code: 'reorganisation.list.share'; params: { line: number; value: string } }
  | { code: 'reorganisation.list.to'; params: { line: number } };

const NEEDED: readonly Column[] = ['from_code', 'from_name', 'to_code', 'to_name', 'to_kind', 'effective_on'];

/** The rows of a list under its heading line; refuses by a problem what cannot be read, never by guessing. */
export function rowsOfList(lines: readonly (readonly string[])[]): ListRow[] | ListProblem {
  const [heading = [], ...body] = lines;
  const at = new Map(heading.map((title, column) => [title.trim().toLowerCase(), column]));
  const missing = NEEDED.filter((column) => !at.has(column));
  if (missing.length > 0) return { code: 'reorganisation.list.no_heading', params: { columns: missing.join(', ') } };
  const rows = body
    .map((cells, index) => {
      const cell = (column: Column) => (cells[at.get(column) ?? -1] ?? '').trim();
      const row = Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Record<Column, string>;
      return { ...row, line: index + 2 };
    })
    .filter((row) => COLUMNS.some((column) => row[column] !== ''));
  if (rows.length === 0) return { code: 'reorganisation.list.empty', params: {} };
  for (const row of rows) {
    const { line } = row;
    if (parseDay(row.effective_on) !== row.effective_on)
      return { code: 'reorganisation.list.day', params: { line, value: row.effective_on } };
    if (!['', 'whole', 'part'].includes(row.share))
      return { code: 'reorganisation.list.share', params: { line, value: row.share } };
    if (row.to_name === '' || row.to_kind === '') return { code: 'reorganisation.list.to', params: { line } };
  }
  const days = [...new Set(rows.map((row) => row.effective_on))];
  return days.length === 1 ? rows : { code: 'reorganisation.list.days', params: { days: days.join(', ') } };
}

/** How the list is to be read: a province that it makes, and a level that ends everywhere with it. */
export interface Reading {
  province?: { name: string; code: string | null } | undefined;
  endLevel?: Level | undefined;
}

export interface PlanOfList {
  plan: Plan;
  /** Rows whose unit does not stand on the day before. */
  unknown: { line: number; code: string; name: string }[];
  /** Units that stand, of the level of those in the list and under the same roots, and are in no row: they go on as they are. */
  withoutSuccessor: Unit[];
  /** Units of the list that go on: one unit, whole, alone in what it becomes, be it renamed by that or not. */
  continued: number[];
}

/** Turns a list into a plan on the tree of the day before its own. A code finds a unit; a name only where the code is unknown. */
export function planOfList(rows: readonly ListRow[], standing: readonly Unit[], reading: Reading): PlanOfList {
  const find = finder(standing);
  const found = rows.map((row) => ({ row, unit: find(row) }));
  const unknown = found
    .filter(({ unit }) => !unit)
    .map(({ row }) => ({ line: row.line, code: row.from_code, name: row.from_name }));
  const known = found.filter((each): each is { row: ListRow; unit: Unit } => each.unit !== undefined);
  const roots = rootsOf(
    known.map(({ unit }) => unit),
    standing,
  );
  const province = reading.province && provinceOf(reading.province, roots);
  const effectiveOn = rows[0]?.effective_on ?? '';
  const plan: Plan = { effectiveOn, created: [], ended: [], changed: [], successions: [] };
  if (province) {
    plan.created.push(province);
    plan.ended.push(...roots.map(({ id }) => id));
    plan.successions.push(...roots.map(({ id }): Succession => ({ from: id, to: province.key, share: 'whole' })));
  }
  const within = under(roots, standing);
  const endedLevel = standing.filter((unit) => unit.level === reading.endLevel && within(unit));
  plan.ended.push(...endedLevel.map(({ id }) => id));

  const gone = new Set(plan.ended);
  const top = (unit: Unit): UnitRef | null => aboveAfter(unit, gone, standing, province?.key);
  const continued: number[] = [];
  for (const [, group] of Map.groupBy(known, ({ row }) => `${row.to_code}|${fold(row.to_name)}`)) {
    const [first] = group as [(typeof known)[number], ...typeof known];
    const { to_name: name, to_kind: kind, to_code } = first.row;
    const code = to_code || null;
    const parent = top(first.unit);
    if (group.length === 1 && first.row.share !== 'part') {
      const change: ChangedUnit = { unitId: first.unit.id, name, kind, code, parent };
      plan.changed.push(onlyNew(change, first.unit));
      continued.push(first.unit.id);
      continue;
    }
    const created: CreatedUnit = { key: `${code ?? ''}|${name}`, name, kind, code, parent };
    plan.created.push(created);
    for (const { row, unit } of group)
      plan.successions.push({ from: unit.id, to: created.key, share: (row.share || 'whole') as Share });
  }
  plan.ended.push(...new Set(plan.successions.filter(({ from }) => !gone.has(from)).map(({ from }) => from)));

  const listed = new Set(known.map(({ unit }) => unit.id));
  const levels = new Set(known.map(({ unit }) => unit.level));
  const withoutSuccessor = standing.filter(
    (unit) => levels.has(unit.level) && !listed.has(unit.id) && within(unit) && !gone.has(unit.id),
  );
  for (const unit of [
    ...withoutSuccessor,
    ...standing.filter((each) => isLeftAlone(each, gone, listed, withoutSuccessor)),
  ]) {
    const parent = top(unit);
    if (parent !== unit.parentId) plan.changed.push({ unitId: unit.id, parent });
  }
  return { plan, unknown, withoutSuccessor, continued };
}

// Units of other levels that the list does not speak of, under something that ends.
function isLeftAlone(
  unit: Unit,
  gone: ReadonlySet<number>,
  listed: ReadonlySet<number>,
  others: readonly Unit[],
): boolean {
  return (
    unit.parentId !== null &&
    gone.has(unit.parentId) &&
    !gone.has(unit.id) &&
    !listed.has(unit.id) &&
    !others.includes(unit)
  );
}

function finder(standing: readonly Unit[]): (row: ListRow) => Unit | undefined {
  const byCode = new Map(standing.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
  const byName = Map.groupBy(standing, (unit) => fold(unit.name));
  return (row) => {
    const coded = byCode.get(row.from_code);
    if (coded) return coded;
    const named = byName.get(fold(row.from_name)) ?? [];
    return named.length === 1 ? named[0] : undefined;
  };
}

function rootsOf(units: readonly Unit[], standing: readonly Unit[]): Unit[] {
  const tops = standing.filter(({ parentId }) => parentId === null);
  return tops.filter((top) => units.some(under([top], standing)));
}

/** Whether a unit stands at or under one of the roots on the day of `standing`; its path tells only where it hangs today. */
function under(roots: readonly Unit[], standing: readonly Unit[]): (unit: Unit) => boolean {
  const byId = new Map(standing.map((unit) => [unit.id, unit]));
  const wanted = new Set(roots.map(({ id }) => id));
  return (unit) => {
    let at: Unit | undefined = unit;
    while (at && !wanted.has(at.id)) at = at.parentId === null ? undefined : byId.get(at.parentId);
    return at !== undefined;
  };
}

function provinceOf({ name, code }: NonNullable<Reading['province']>, roots: readonly Unit[]): CreatedUnit {
  const kind = fold(name).startsWith('thanh pho ') ? 'central_city' : (roots[0]?.kind ?? 'province');
  return { key: `${code ?? ''}|${name}`, name, kind, code, parent: null };
}

/** What a unit stands under once everything in `gone` has ended. */
function aboveAfter(
  unit: Unit,
  gone: ReadonlySet<number>,
  standing: readonly Unit[],
  province?: string,
): UnitRef | null {
  const byId = new Map(standing.map((each) => [each.id, each]));
  let parent = unit.parentId;
  while (parent !== null && gone.has(parent)) {
    const above: number | null = byId.get(parent)?.parentId ?? null;
    if (above === null) return province ?? null;
    parent = above;
  }
  return parent;
}

/** A change without what stays as it was. */
function onlyNew({ unitId, name, kind, code, parent }: ChangedUnit, unit: Unit): ChangedUnit {
  return {
    unitId,
    ...(name !== undefined && name !== unit.name && { name }),
    ...(kind !== undefined && kind !== unit.kind && { kind }),
    ...(code !== undefined && code !== unit.code && { code }),
    ...(parent !== undefined && parent !== unit.parentId && { parent }),
  };
}
