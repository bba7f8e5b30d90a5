import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they are measured: what writes comes last. */
export const PARTS = [
  'start',
  'list',
  'record',
  'figures',
  'search',
  'rights',
  'portal',
  'submit',
  'deadline',
  'export',
  'import',
  'tree',
  'reorganise',
  'memory',
] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  parts: readonly Part[];
  /** Seconds that one target is under load, in each of two rounds. */
  seconds: number;
  /** How many registrations the demo is grown to. */
  rows: number;
  /** A folder whose grown database is kept and used again; without one everything is made anew and removed. */
  place: string | undefined;
}

const USAGE = `npm run bench -- [--quick] [--only PART[,PART…]] [--rows NUMBER] [--place FOLDER]
PART is one of ${PARTS.join(', ')}.`;

/** What the command line asks for; throws a sentence with the usage. */
export function optionsOf(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean' }, only: text, rows: text, place: text } });
  const parts = values.only?.split(',') ?? PARTS;
  const unknown = parts.find((part) => !PARTS.includes(part as Part));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}".\n${USAGE}`);
  const rows = Number(values.rows ?? (values.quick ? 30_000 : 100_000));
  if (!Number.isInteger(rows) || rows < 20_000)
    throw new Error(`--rows must be a whole number from 20000 on.\n${USAGE}`);
  return {
    parts: PARTS.filter((part) => parts.includes(part)),
    seconds: values.quick ? 1 : 3,
    rows,
    place: values.place,
  };
}
