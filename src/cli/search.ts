import { parseArgs } from 'node:util';
import { listFilterOn } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations, PAGE_SIZE } from '#modules/initiatives/registration/server/queries.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { asSystem } from './as-system.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';

export const USAGE = './bin/kheo search TEXT [--limit N] [--json]';
const MOST = 1_000;
const LONGEST = 200;

/** Finds what the office's search field finds, in its order, as whoever sees all units. */
export const run: Run = async (args, io) => {
  const options = { limit: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = orUsage(USAGE, () => parseArgs({ args, options, allowPositionals: true }));
  const text = positionals.join(' ').trim().slice(0, LONGEST);
  if (text === '') throw new Error(`Which text? ${USAGE}`);
  const limit = limitIn(values.limit);
  const found = await asSystem((ctx) => read(ctx, (db) => findAll(db, ctx, text, limit)), io.say);
  if (values.json) io.answer(JSON.stringify(found));
  else if (found.length > 0)
    io.answer(found.map(({ code, name, unit }) => [code, name, unit ?? ''].join('\t')).join('\n'));
  return 0;
};

interface Hit {
  /** The model's, as in the address of its record. */
  id: number;
  code: string;
  name: string;
  /** As it was called in the registration's year. */
  unit: string | null;
}

/** Models in the order of the list that the field opens, each once: at its first line. */
async function findAll(db: ReadDb, ctx: Context, q: string, limit: number): Promise<Hit[]> {
  const found = new Map<number, Hit>();
  const address = new URLSearchParams({ q, cycle: 'all' });
  for (;;) {
    const { lines, next } = await listRegistrations(db, ctx.scope, listFilterOn(address, dayOf(ctx.now)));
    for (const { initiativeId: id, code, name, unit } of lines)
      if (found.size < limit && !found.has(id)) found.set(id, { id, code, name, unit });
    if (!next || found.size >= limit) return [...found.values()];
    address.set('after', next);
  }
}

function limitIn(given: string | undefined): number {
  if (given === undefined) return PAGE_SIZE;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new Error(`--limit must be a number from 1 to ${MOST}, not "${given}".`);
  return limit;
}
