import { NATIONAL_FIELDS, type NationalField } from '#modules/movements/field/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type By, changeOf, type Figure, type Group, NOTHING, type Place, plus, type Report, rate } from './rules.ts';
import { partsOf, subtree, type Tree } from './rules-place.ts';

/** What is counted by beside the unit, which is always counted by. */
export type Cut = Exclude<By, 'unit' | 'level' | 'national'>;

/** A value that a report can be divided by, with the words to show; `key` as the counts carry it. */
export interface Division {
  key: string | null;
  code: string;
  id: number | null;
  label: string;
}

/** Figures of one cycle as counted: by unit for each level, and by each other division within the place. */
export interface Counted {
  tree: Tree;
  figure(level: Level | null): Figure;
  of(units: readonly number[], level: Level | null): Figure;
  by(cut: Cut, key: string | null): Figure;
  /** What is recorded at units that do not stand on the tree; nothing unless the whole scope was asked for. */
  elsewhere(level: Level | null): Figure;
}

/** What the groups are made from; `before` is the year before, if there is one to compare with. */
export interface Sources {
  now: Counted;
  before: Counted | null;
  place: Place;
  level: Level | null;
  words: { own(name: string): string; elsewhere: string };
}

/** The five words with rate and change, as one line of a report. */
function lineOf(
  named: Omit<Group, keyof Figure | 'rate' | 'previous' | 'change'>,
  now: Figure,
  then: Figure | null,
): Group {
  return { ...named, ...now, rate: rate(now.recognised, now.registered), previous: then, change: changeOf(now, then) };
}

/** One line for each value of a division, also for those with nothing. */
export function groupsByDivision(sources: Sources, by: Cut, divisions: readonly Division[]): Group[] {
  const { now, before } = sources;
  return divisions.map(({ key, code, id, label }) =>
    lineOf({ key: code, code, id, label }, now.by(by, key), before?.by(by, key) ?? null),
  );
}

/**
 * One line for each national field, also for those with nothing: the sum of the movement's fields under it; a last one for fields
 * of which nobody has said under which they are, if there are any.
 */
export function groupsByNational(
  { now, before }: Sources,
  fields: readonly (Division & { national: NationalField | null })[],
  label: (national: NationalField | null) => string,
): Group[] {
  const lines = [...NATIONAL_FIELDS, ...(fields.some((field) => field.national === null) ? [null] : [])];
  return lines.map((national) => {
    const under = fields.filter((field) => field.national === national);
    const sum = (counted: Counted) => total(under.map((field) => counted.by('field', field.key)));
    const named = { key: national ?? 'none', code: national, id: null, label: label(national) };
    return lineOf(named, sum(now), before && sum(before));
  });
}

/** One line for each level of the cycle; these count registrations and are never added. `stood`: the year before had it too. */
export function groupsByLevel(
  { now, before }: Sources,
  levels: readonly { level: Level; label: string; stood: boolean }[],
): Group[] {
  return levels.map(({ level, label, stood }) =>
    lineOf(
      { key: level, code: level, id: null, label },
      now.figure(level),
      stood && before ? before.figure(level) : null,
    ),
  );
}

/**
 * One line for each unit under the place, also for those with nothing; what the place registered itself, and what stands at
 * units outside the tree, have lines of their own. The sum of the lines is the total.
 */
export function groupsByUnit({ now, before, place, level, words }: Sources): Group[] {
  const parts = partsOf(now.tree, place);
  const lines = parts.map((unit) =>
    lineOf(
      {
        key: unit.code ?? String(unit.id),
        code: unit.code,
        id: unit.id,
        label: unit.name,
      },
      now.of(subtree(now.tree, unit.id), level),
      before?.tree.units.has(unit.id) ? before.of(subtree(before.tree, unit.id), level) : null,
    ),
  );
  if (place.unitId !== null) {
    const own = place.unitId;
    const stood = before?.tree.units.has(own) ? before.of([own], level) : null;
    const label = parts.length === 0 ? place.name : words.own(place.name);
    const line = lineOf(
      { key: place.code ?? String(own), code: place.code, id: own, label },
      now.of([own], level),
      stood,
    );
    if (parts.length === 0 || line.registered > 0 || (stood?.registered ?? 0) > 0) lines.push(line);
  }
  const elsewhere = now.elsewhere(level);
  const was = before?.elsewhere(level) ?? null;
  if (elsewhere.registered > 0 || (was?.registered ?? 0) > 0) {
    lines.push(lineOf({ key: 'elsewhere', code: null, id: null, label: words.elsewhere }, elsewhere, was));
  }
  return lines;
}

/** The sum of the figures; only ever of disjoint sets. */
export function total(figures: readonly Figure[]): Figure {
  return figures.reduce(plus, NOTHING);
}

/** The report without its groups. */
export function headOf(
  cycle: { id: number; code: string; year: number },
  compared: { code: string; year: number } | null,
  { now, before, place, level }: Sources,
  seen: Pick<Report, 'view' | 'asOf' | 'moved'>,
): Report {
  const figure = now.figure(level);
  const stood = before && (place.unitId === null || before.tree.units.has(place.unitId)) ? before.figure(level) : null;
  const previous =
    compared && stood
      ? { cycle: compared.code, year: compared.year, ...stood, rate: rate(stood.recognised, stood.registered) }
      : null;
  return {
    cycle: cycle.code,
    cycleId: cycle.id,
    year: cycle.year,
    level,
    ...seen,
    place,
    ...figure,
    rate: rate(figure.recognised, figure.registered),
    previous,
    change: changeOf(figure, stood),
    groups: [],
  };
}
