import { z } from 'zod';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { isSystem } from '#modules/people/appointment/policy.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { Refusal } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import type { SheetPart } from '../rules-read.ts';
import { readRegister } from './queries-file.ts';
import { likeliestOffice } from './queries-office.ts';
import { batchById, batchForUpdate, saveReading } from './store.ts';
import { fileOf, saveFailure, saveReached, saveReceived } from './store-file.ts';
import { insertRows } from './store-rows.ts';

const PIECE = 2_000;

const Piece = z.object({
  id: z.number().int(),
  done: z.number().int(),
  total: z.number().int(),
  unitId: z.number().int(),
  // Made by the reader of sheets, which has bounded and checked them.
  sheets: z.custom<SheetPart[]>(Array.isArray),
  lines: z.custom<RegisterLine[]>(Array.isArray),
});

// A list that was thrown away meanwhile is not there any more: that is how reading is cancelled.
const keepPiece = action({
  name: 'register.keep_piece',
  input: Piece,
  subject: async (tx, _scope, { id }, ctx) => (await batchForUpdate(tx, ctx, id)) ?? null,
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx }, batch, { id, done, total, unitId, sheets, lines }): Promise<boolean> {
    if (batch?.state !== 'reading') return false;
    await insertRows(
      tx,
      id,
      lines.map((line) => ({ ...line, outcome: 'pending' as const })),
    );
    await saveReached(tx, id, { done: done + lines.length, total });
    if (done + lines.length < total) return true;
    await saveReading(tx, id, { columns: null, sheets });
    await saveReceived(tx, id, unitId);
    return true;
  },
  audit: () => null,
});

const failReading = action({
  name: 'register.fail_reading',
  input: z.object({ id: z.number().int(), code: z.string() }),
  subject: async (tx, _scope, { id }, ctx) => (await batchForUpdate(tx, ctx, id)) ?? null,
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx }, batch, { id, code }): Promise<void> {
    if (batch?.state === 'reading') await saveFailure(tx, id, code);
  },
  audit: () => null,
});

/** Reads a large file that waits, in pieces, each kept for good: begun anew after a stop it goes on behind the last one. */
export async function readWaiting(ctx: Context, id: number): Promise<void> {
  const waiting = await read(ctx, async (db) => {
    const [file, batch, cycles] = [await fileOf(db, id), await batchById(db, ctx, id), await listCycles(db)];
    const cycle = cycles.find((each) => each.id === batch?.cycleId);
    return file && batch && cycle && { file, batch, cycle };
  });
  if (!waiting) return;
  const { file, batch, cycle } = waiting;
  const list = await readRegister(file.content, file.name, cycle.year).catch(async (failure: unknown) => {
    if (!(failure instanceof Refusal)) throw failure;
    await failReading(ctx, { id, code: (failure.fields.file ?? failure.reason).code });
  });
  if (!list) return;
  const place = { cycle, level: batch.level };
  const unitId = await read(ctx, (db) => likeliestOffice(db, list, place, batch.mapping.offices ?? [batch.unitId]));
  if (unitId === undefined) return failReading(ctx, { id, code: 'register.unit_several' });
  const total = list.lines.length;
  for (let done = file.done; done < total; done += PIECE) {
    const lines = list.lines.slice(done, done + PIECE);
    if (!(await keepPiece(ctx, { id, done, total, unitId, sheets: list.sheets, lines }))) return;
  }
}
