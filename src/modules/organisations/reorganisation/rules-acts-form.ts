/** What a person may write an act to do. */
export const DOINGS = ['rename', 'move', 'merge', 'split', 'dissolve'] as const;
export type Doing = (typeof DOINGS)[number];

/** One act as it stands in the form; units are named by name or code, one a line. Which fields a doing has stands in `FIELDS`. */
export interface WrittenAct {
  do: Doing;
  units: string;
  /** Units of which a part only goes into what is merged. */
  parts: string;
  /** What a merger goes into: a unit that the act makes, or one that stands. */
  as: 'new' | 'existing';
  name: string;
  kind: string;
  official: string;
  parent: string;
  /** A unit that stands and takes over; of a split one a line. */
  to: string;
  /** New units of a split, one a line, each with its code after a comma if it has one. */
  fresh: string;
  /** A split unit that goes on with the rest. */
  goesOn: boolean;
}
export type ActField = Exclude<keyof WrittenAct, 'do'>;

export const FIELDS: Record<Doing, readonly ActField[]> = {
  rename: ['units', 'name', 'kind', 'official'],
  move: ['units', 'parent'],
  merge: ['units', 'parts', 'as', 'name', 'kind', 'official', 'parent', 'to'],
  split: ['units', 'fresh', 'kind', 'to', 'goesOn'],
  dissolve: ['units', 'to'],
};

/** At most so many in one form; a bigger reorganisation is a list. */
export const MOST_ACTS = 40;

type Values = Readonly<Record<string, string>>;

/** The acts in a form's fields, `a0.do`, `a0.units` and so on. */
export function actsIn(values: Values): WrittenAct[] {
  const acts: WrittenAct[] = [];
  for (let at = 0; at < MOST_ACTS; at++) {
    const doing = DOINGS.find((each) => each === values[`a${at}.do`]);
    if (!doing) break;
    const text = (field: string) => values[`a${at}.${field}`] ?? '';
    acts.push({
      do: doing,
      units: text('units'),
      parts: text('parts'),
      as: text('as') === 'existing' ? 'existing' : 'new',
      name: text('name'),
      kind: text('kind'),
      official: text('official'),
      parent: text('parent'),
      to: text('to'),
      fresh: text('fresh'),
      goesOn: text('goesOn') !== '',
    });
  }
  return acts;
}

/** The same acts as a form's fields. */
export function valuesOf(acts: readonly WrittenAct[]): Record<string, string> {
  const fields = acts.flatMap((act, at) =>
    (['do', ...FIELDS[act.do]] as const).map((field): [string, string] => [
      `a${at}.${field}`,
      field === 'goesOn' ? (act.goesOn ? 'yes' : '') : String(act[field]),
    ]),
  );
  return Object.fromEntries(fields);
}

/** A form with one act more (`add` is what it does) or one less (`drop` is its place); everything else as it was written. */
export function changedForm(values: Values, { add, drop }: { add?: string; drop?: string }): Record<string, string> {
  const doing = DOINGS.find((each) => each === add);
  const kept = actsIn(values).filter((_, at) => String(at) !== drop);
  const [fresh] = doing ? actsIn({ 'a0.do': doing }) : [];
  const acts = fresh && kept.length < MOST_ACTS ? [...kept, fresh] : kept;
  const others = Object.entries(values).filter(([name]) => !/^(a\d+\.|add$|drop$)/.test(name));
  return { ...Object.fromEntries(others), ...valuesOf(acts) };
}
