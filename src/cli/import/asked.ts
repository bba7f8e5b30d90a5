import { parseArgs } from 'node:util';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import type { readSheets } from '#platform/server/sheet-reader.ts';
import { movementIn, orUsage } from '../usage.ts';

export const USAGE = `./bin/kheo import FILE --cycle CODE [--movement ID] --level ${LEVELS.join('|')} [--unit CODE]
  [--decision NUMBER --decided-on DATE] [--dry-run] [--accept-valid] [--json]`;

export type Asked = ReturnType<typeof parse>;
export type OpenedFile = { bytes: Uint8Array; reading: ReturnType<typeof readSheets> };

/** What the arguments of `kheo import` ask for. */
export function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    cycle: text,
    movement: text,
    level: text,
    unit: text,
    decision: text,
    'decided-on': text,
    'dry-run': flag,
    'accept-valid': flag,
    json: flag,
  } as const;
  const { values, positionals } = orUsage(USAGE, () => parseArgs({ args, options, allowPositionals: true }));
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(`Which file?\n${USAGE}`);
  if (!values.cycle) throw new Error(`Which cycle?\n${USAGE}`);
  if (!LEVELS.includes(values.level as Level)) throw new Error(`Which level?\n${USAGE}`);
  return {
    file,
    cycle: values.cycle,
    movement: movementIn(values.movement),
    level: values.level as Level,
    unit: values.unit,
    decision: values.decision,
    decidedOn: values['decided-on'],
    dryRun: values['dry-run'],
    acceptValid: values['accept-valid'],
    json: values.json,
  };
}
