import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { action, parse } from '#platform/server/action.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { asRead, read } from '#platform/server/db.ts';
import { mayImport } from '../policy.ts';
import { OneRegister, ReceiveFile, ReceiveRegister, RemapRegister } from '../schema.ts';
import { readRegister } from './queries-file.ts';
import { type Batch, batchForUpdate, deleteBatch, insertBatch, saveReading } from './store.ts';
import { insertRows } from './store-rows.ts';

/** Takes a list in: every row is kept as it stood in the file, and nothing else happens yet. */
export const receiveRegister = action({
  name: 'register.receive',
  input: ReceiveRegister,
  subject: (tx, _scope, input, ctx) => unitById(asRead(tx), input.unitId, dayOf(ctx.now)),
  allow: (actor, unit) => mayImport(actor, unit.path),
  async run({ tx, ctx }, _unit, input): Promise<{ id: number }> {
    await checkPlace(asRead(tx), input);
    const { merges, otherSheets } = input;
    const id = await insertBatch(tx, ctx, { ...input, mapping: { columns: null, merges, otherSheets } });
    const rows = input.lines.map(({ number, cells }) => ({ number, cells, outcome: 'pending' as const }));
    await insertRows(tx, id, rows);
    return { id };
  },
  audit: (unit, { id }, input) => ({
    subjectKind: 'import_batch',
    subjectId: id,
    unitId: unit.id,
    after: { fileName: input.fileName, fileHash: input.fileHash, rows: input.lines.length },
  }),
});

/** Refuses a cycle that is not there, or a level that it does not have, at their fields. */
export async function checkPlace(db: ReadDb, { cycleId, level }: { cycleId: number; level: string }): Promise<void> {
  const cycle = (await listCycles(db)).find((each) => each.id === cycleId);
  if (!cycle) refuse('invalid', 'form.invalid', { fields: { cycleId: { code: 'register.cycle.missing' } } });
  if (!cycle.levels.some((each) => each.level === level))
    refuse('invalid', 'form.invalid', {
      fields: { level: { code: 'register.level_unknown', params: { cycle: cycle.code } } },
    });
}

/** Takes a file in as a form brings it. Who may not is told before the file costs anything; the same press twice is one list. */
export async function receiveFile(ctx: Context, typed: Record<string, unknown>, key: string): Promise<number> {
  const { file, ...place } = parse(ReceiveFile, typed);
  await read(ctx, async (db) => {
    const unit = await unitById(db, place.unitId, dayOf(ctx.now));
    if (!unit) refuse('invalid', 'form.invalid', { fields: { unitId: { code: 'register.unit.missing' } } });
    forbid(mayImport(ctx.actor, unit.path));
    await checkPlace(db, place);
  });
  const list = await readRegister(file.bytes, file.name);
  const { id } = await receiveRegister(ctx, { ...place, ...list, fileName: file.name }, { key });
  return id;
}

function forbid(allowed: true | Reason): void {
  if (allowed !== true) refuse('forbidden', allowed.code, allowed.params ? { params: allowed.params } : {});
}

/** Refuses to touch a list that was written already. */
export function refuseWritten({ state }: Pick<Batch, 'state'>): void {
  if (state !== 'received') refuse('conflict', 'register.already_written');
}

/** Reads the columns another way, as a person has corrected it. */
export const remapRegister = action({
  name: 'register.remap',
  input: RemapRegister,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run({ tx }, batch, { mapping }): Promise<void> {
    refuseWritten(batch);
    await saveReading(tx, batch.id, { ...batch.mapping, columns: mapping });
  },
  audit: (batch, _result, { mapping }) => ({
    subjectKind: 'import_batch',
    subjectId: batch.id,
    unitId: batch.unitId,
    before: batch.mapping.columns,
    after: mapping,
  }),
});

/** Throws a list away that was taken in and never written. */
export const discardRegister = action({
  name: 'register.discard',
  input: OneRegister,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run({ tx }, batch): Promise<void> {
    refuseWritten(batch);
    await deleteBatch(tx, batch.id);
  },
  audit: ({ id, unitId, fileName, fileHash }) => ({
    subjectKind: 'import_batch',
    subjectId: id,
    unitId,
    before: { fileName, fileHash },
  }),
});
