import { open, readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { LIMITS, SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import type { Run } from './main.ts';
import { movementIn, orUsage } from './usage.ts';

export const USAGE = `./bin/kheo import FILE --cycle CODE [--movement ID] --level ${LEVELS.join('|')} [--unit CODE]
  [--decision NUMBER --decided-on DATE] [--dry-run] [--accept-valid] [--json]`;

/** Reads in an office's list. Exit codes: 0 all good, 2 some rows bad (nothing saved, unless --accept-valid), 1 unreadable. */
export const run: Run = async (args, io) => {
  const asked = parse(args);
  // The file is read in a process of its own while this one loads the rest and opens the database.
  const file = await opened(asked.file);
  const { importList } = await import('./import/list.ts');
  return importList(asked, file, io);
};

export type Asked = ReturnType<typeof parse>;
export type OpenedFile = { bytes: Uint8Array; reading: ReturnType<typeof readSheets> };

/** A file that is being read; undefined where there is none. */
async function opened(path: string): Promise<OpenedFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  // Told by its size: a file that is too large is not even opened.
  if (found.size > LIMITS.bytes) return underWay(new Uint8Array(), Promise.reject(new SheetError('too_large')));
  const handle = await open(path).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const bytes = await readFile(path);
    return underWay(bytes, readSheets(bytes, path, {}, handle.fd));
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

/** Why a file cannot be read is told where it is asked for, which is later. */
function underWay(bytes: Uint8Array, reading: OpenedFile['reading']): OpenedFile {
  reading.catch(() => {});
  return { bytes, reading };
}

function parse(args: string[]) {
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
