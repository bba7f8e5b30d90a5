import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { wordsIn } from '#messages/catalogues.ts';
import {
  type FeatureResult,
  FOUND,
  featuresOf,
  matchFeatures,
  type Outcome,
} from '#modules/organisations/boundary/rules-matching.ts';
import { readBoundaries } from '#modules/organisations/boundary/server/actions.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { fold, parseDay, withoutKind } from '#platform/vietnamese.ts';
import { asSystem } from './as-system.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';

export const BOUNDARIES = './bin/kheo units boundaries FILE [--on DAY] [--dry-run] [--json]';
const MOST_BYTES = 20 * 1024 * 1024;

/** The shape that scripts rely on: docs/operations.md. */
interface Answer {
  written: number;
  /** Of these had a boundary before. */
  replaced: number;
  features: { feature: number; code: string; name: string; outcome: Outcome; unit: string | null; text: string }[];
}

/** Reads boundaries of units from GeoJSON and writes those whose unit is found; 2 if some were not. */
export const run: Run = async (args, io) => {
  const asked = parse(args);
  const features = await featuresIn(asked.file);
  return asSystem(async (ctx) => {
    const units = await read(ctx, (db) => unitsOn(db, asked.on ?? dayOf(ctx.now)));
    const results = matchFeatures(features, units);
    const boundaries = results.flatMap(({ unit, outline }) => (unit && outline ? [{ unitId: unit.id, outline }] : []));
    const file = basename(asked.file).slice(0, 255);
    const done = asked.dryRun ? { written: 0, replaced: 0 } : await readBoundaries(ctx, { boundaries, file });
    const answer: Answer = { ...done, features: results.map(told) };
    io.answer(asked.json ? JSON.stringify(answer) : readable(answer));
    return boundaries.length < results.length ? 2 : 0;
  }, io.say);
};

function told({ feature, code, name, outcome, unit }: FeatureResult): Answer['features'][number] {
  const params = { feature, label: [code, name].filter(Boolean).join(' ') || '?', unit: unit?.name ?? '' };
  const text = wordsIn('vi')(`unit.boundaries.${outcome}`, params);
  return { feature, code, name, outcome, unit: unit?.name ?? null, text };
}

async function featuresIn(path: string): Promise<unknown[]> {
  const about = await stat(path).catch(() => {
    throw new Error(`${wordsIn('vi')('register.file.none')} (${path})`);
  });
  const features = about.isFile() && about.size <= MOST_BYTES ? featuresOf(parsed(await readFile(path, 'utf8'))) : null;
  if (!features) throw new Error(wordsIn('vi')('unit.boundaries.file'));
  return features;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const options = { on: { type: 'string' }, 'dry-run': flag, json: flag } as const;
  const { values, positionals } = orUsage(BOUNDARIES, () => parseArgs({ args, options, allowPositionals: true }));
  const [, file] = positionals;
  if (!file || positionals.length > 2) throw new Error(`Which file?\n${BOUNDARIES}`);
  const on = values.on === undefined ? null : parseDay(values.on);
  if (values.on !== undefined && !on) throw new Error(`--on must be a day like 2025-07-01.\n${BOUNDARIES}`);
  return { file, on, dryRun: values['dry-run'], json: values.json };
}

/** The figures, then what was not found, or not by its code and name alike: what bears both needs no line. */
function readable({ written, replaced, features }: Answer): string {
  const count = (outcome: Outcome) => features.filter((each) => each.outcome === outcome).length;
  const lines = features.filter((each) => each.outcome !== 'code' || isCalledElse(each)).map(({ text }) => text);
  const figures = [`written: ${written}`, `replaced: ${replaced}`, ...FOUND.map((by) => `by ${by}: ${count(by)}`)];
  return [...figures, ...lines].join('\n');
}

const isCalledElse = ({ name, unit }: Answer['features'][number]) =>
  name !== '' && fold(withoutKind(name)) !== fold(withoutKind(unit ?? ''));
