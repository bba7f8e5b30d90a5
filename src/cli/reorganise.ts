import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { wordsIn } from '#messages/catalogues.ts';
import { touchedBy } from '#modules/initiatives/registration/server/queries-touched.ts';
import { splitUnits } from '#modules/organisations/reorganisation/rules.ts';
import { dayBefore } from '#modules/organisations/reorganisation/rules-days.ts';
import { planOfList, rowsOfList } from '#modules/organisations/reorganisation/rules-list.ts';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { previewReorganisation, reorganise } from '#modules/people/transition/server/actions.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { asSystem } from './as-system.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';

export const USAGE =
  './bin/kheo reorganise FILE --resolution NUMBER [--issued-on DATE] [--province NAME --province-code CODE] [--end-level commune|district] [--dry-run] [--json]';

/** The shape that scripts rely on: docs/operations.md. */
interface Answer {
  ended: number;
  created: number;
  continued: number;
  unplaced: number;
  without_successor: { code: string | null; name: string }[];
  unknown: { line: number; code: string; name: string }[];
  registrations: number;
  appointments: { ended: number; proposed: number; gains: number; moved: number };
}

/** Changes the units as a list says; with `--dry-run` tells what would come of it and changes nothing. */
export const run: Run = async (args, io) => {
  const asked = parse(args);
  const lines = await linesOf(asked.file);
  return asSystem(async (ctx) => {
    const answer = await reorganised(ctx, asked, lines);
    io.answer(asked.json ? JSON.stringify(answer) : readable(answer));
    return answer.unknown.length > 0 ? 2 : 0;
  }, io.say);
};

async function reorganised(ctx: Context, asked: ReturnType<typeof parse>, lines: string[][]): Promise<Answer> {
  const rows = rowsOfList(lines);
  if (!Array.isArray(rows)) throw new Error(wordsIn('vi')(rows.code, rows.params));
  const standing = await read(ctx, (db) => unitsOn(db, dayBefore(rows[0]?.effective_on ?? '')));
  const { plan, unknown, withoutSuccessor, continued } = planOfList(rows, standing, asked);
  const input = { resolution: asked.resolution, issuedOn: asked.issuedOn, plan };
  // A list with units that nobody knows is never applied: what it means is not known either.
  const dry = asked.dryRun || unknown.length > 0;
  const { appointments } = dry ? await previewReorganisation(ctx, input) : await reorganise(ctx, input);
  const touched = await read(ctx, (db) => touchedBy(db, plan.ended, splitUnits(plan)));
  return {
    ended: plan.ended.length,
    created: plan.created.length,
    continued: continued.length,
    unplaced: touched.unplaced,
    without_successor: withoutSuccessor.map(({ code, name }) => ({ code, name })),
    unknown,
    registrations: touched.registrations,
    appointments,
  };
}

async function linesOf(file: string): Promise<string[][]> {
  const bytes = await readFile(file).catch(() => {
    throw new Error(`${wordsIn('vi')('register.file.none')} (${file})`);
  });
  const { sheets } = await readSheets(bytes, file);
  return (sheets[0]?.rows ?? []).map((row) => row.cells.map(String));
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    resolution: text,
    'issued-on': text,
    province: text,
    'province-code': text,
    'end-level': text,
    'dry-run': flag,
    json: flag,
  } as const;
  const { values, positionals } = orUsage(USAGE, () => parseArgs({ args, options, allowPositionals: true }));
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(`Which file?\n${USAGE}`);
  if (!values.resolution) throw new Error(`Which resolution?\n${USAGE}`);
  if (values['end-level'] !== undefined && !LEVELS.includes(values['end-level'] as Level))
    throw new Error(`--end-level must be one of ${LEVELS.join(', ')}.\n${USAGE}`);
  return {
    file,
    resolution: values.resolution,
    issuedOn: values['issued-on'] ?? null,
    province: values.province ? { name: values.province, code: values['province-code'] ?? null } : undefined,
    endLevel: values['end-level'] as Level | undefined,
    dryRun: values['dry-run'],
    json: values.json,
  };
}

function readable({ without_successor, unknown, appointments, ...counts }: Answer): string {
  const told = (units: readonly { code: string | null; name: string }[]) =>
    units.map(({ code, name }) => `${name}${code ? ` (${code})` : ''}`).join(', ') || '–';
  return [
    ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
    `appointments: ${Object.entries(appointments)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `without_successor: ${told(without_successor)}`,
    `unknown: ${told(unknown)}`,
  ].join('\n');
}
