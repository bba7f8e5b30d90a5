import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { wordsIn } from '#messages/catalogues.ts';
import { checkRows, type LineProblem, unitRowsOf } from '#modules/organisations/unit/rules-import.ts';
import { importUnits } from '#modules/organisations/unit/server/actions-import.ts';
import { kindsByWord, knownUnits } from '#modules/organisations/unit/server/queries-import.ts';
import { read } from '#platform/server/db.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { asSystem } from './as-system.ts';
import { BOUNDARIES, run as boundaries } from './boundaries.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';

const IMPORT = './bin/kheo units import FILE [--on DAY] [--dry-run] [--json]';
export const USAGE = `${IMPORT}\n${BOUNDARIES}`;
/** Units of a list without days stand since ever, as registers of past years need them to. */
const EVER = '1900-01-01';

/** The shape that scripts rely on: docs/operations.md. */
interface Answer {
  written: number;
  known: number;
  refused: { line: number; text: string }[];
}

/** Writes the units of a list that are not there yet; with one line refused, nothing. 2 then. */
export const run: Run = async (args, io) => {
  if (args[0] === 'boundaries') return boundaries(args, io);
  const asked = parse(args);
  const lines = await linesOf(asked.file);
  return asSystem(async (ctx) => {
    const { kinds, there } = await read(ctx, async (db) => ({
      kinds: await kindsByWord(db),
      there: await knownUnits(db),
    }));
    const { rows, problems } = unitRowsOf(lines, kinds, asked.on);
    const checked = checkRows(rows, there);
    const refused = [...problems, ...checked.problems].sort((a, b) => a.line - b.line).map(told);
    const planned = { written: checked.fresh.length, known: checked.known };
    const dry = asked.dryRun || refused.length > 0;
    const done = dry ? planned : await importUnits(ctx, { rows, file: basename(asked.file).slice(0, 255) });
    const answer: Answer = { ...done, written: refused.length > 0 ? 0 : done.written, refused };
    io.answer(asked.json ? JSON.stringify(answer) : readable(answer));
    return refused.length > 0 ? 2 : 0;
  }, io.say);
};

function told({ line, code, params }: LineProblem): Answer['refused'][number] {
  return { line, text: wordsIn('vi')(code, params) };
}

async function linesOf(file: string): Promise<string[][]> {
  const bytes = await readFile(file).catch(() => {
    throw new Error(`${wordsIn('vi')('register.file.none')} (${file})`);
  });
  const { sheets } = await readSheets(bytes, file);
  return (sheets[0]?.rows ?? []).map((row) => row.cells.map(String));
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const options = { on: { type: 'string' }, 'dry-run': flag, json: flag } as const;
  const { values, positionals } = orUsage(IMPORT, () => parseArgs({ args, options, allowPositionals: true }));
  const [what, file] = positionals;
  if (what !== 'import' || !file || positionals.length > 2) throw new Error(`Which file?\n${USAGE}`);
  const on = values.on === undefined ? EVER : parseDay(values.on);
  if (!on) throw new Error(`--on must be a day like 2025-07-01.\n${IMPORT}`);
  return { file, on, dryRun: values['dry-run'], json: values.json };
}

function readable({ written, known, refused }: Answer): string {
  return [`written: ${written}`, `known: ${known}`, ...refused.map(({ text }) => text)].join('\n');
}
