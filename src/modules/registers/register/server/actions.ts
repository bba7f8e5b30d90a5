import type { Unit } from '#modules/organisations/unit/rules.ts';
import { findHeading, headingWordsOf } from '#modules/registers/sheet/rules-headings.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { action, parse } from '#platform/server/action.ts';
import type { Actor, Context } from '#platform/server/context.ts';
import { asRead, read } from '#platform/server/db.ts';
import { LIMITS } from '#platform/server/sheet.ts';
import { mayImport } from '../policy.ts';
import {
  ChooseSheets,
  LARGE_BYTES,
  OneRegister,
  QueueRegister,
  ReceiveFile,
  ReceiveRegister,
  RemapRegister,
} from '../schema.ts';
import { readLargeList } from './jobs.ts';
import { hashOf, readRegister } from './queries-file.ts';
import { likeliestOffice, placeFor, refuseAt } from './queries-office.ts';
import { type Batch, batchForUpdate, deleteBatch, insertBatch, saveReading } from './store.ts';
import { insertFile } from './store-file.ts';
import { remember } from './store-mapping.ts';
import { firstLines, insertRows } from './store-rows.ts';

/** Takes a list in: every row is kept as it stood in the file, and nothing else happens yet. */
export const receiveRegister = action({
  name: 'register.receive',
  input: ReceiveRegister,
  subject: (tx, _scope, input, ctx) => placeFor(asRead(tx), ctx, input),
  allow: (actor, { offices }) => mayImportAll(actor, offices),
  async run({ tx, ctx }, { cycle, offices }, input): Promise<{ id: number; unitId: number }> {
    const unitId =
      (await likeliestOffice(asRead(tx), input, { cycle, level: input.level }, idsOf(offices))) ??
      refuseAt('unitId', { code: 'register.unit_several' });
    const id = await insertBatch(tx, ctx, { ...input, unitId, mapping: { columns: null, sheets: input.sheets } });
    const rows = input.lines.map((line) => ({ ...line, outcome: 'pending' as const }));
    await insertRows(tx, id, rows);
    return { id, unitId };
  },
  audit: (_place, { id, unitId }, input) => ({
    subjectKind: 'import_batch',
    subjectId: id,
    unitId,
    after: { fileName: input.fileName, fileHash: input.fileHash, rows: input.lines.length },
  }),
});

/** Takes a large file in as it is: the worker reads it, in pieces. */
const queueRegister = action({
  name: 'register.queue',
  input: QueueRegister,
  subject: (tx, _scope, input, ctx) => placeFor(asRead(tx), ctx, input),
  allow: (actor, { offices }) => mayImportAll(actor, offices),
  async run({ tx, ctx, later }, { offices }, { content, ...input }): Promise<{ id: number }> {
    const mapping = { columns: null, sheets: [], offices: idsOf(offices) };
    const id = await insertBatch(tx, ctx, { ...input, unitId: offices[0].id, mapping }, 'reading');
    await insertFile(tx, id, content.bytes);
    await later(readLargeList, { id });
    return { id };
  },
  audit: ({ offices }, { id }, { fileName, fileHash }) => ({
    subjectKind: 'import_batch',
    subjectId: id,
    unitId: offices[0].id,
    after: { fileName, fileHash },
  }),
});

const idsOf = (units: readonly Unit[]) => units.map((unit) => unit.id);

/** Of several offices a list may be of, the sender imports for each. */
function mayImportAll(actor: Actor, offices: readonly Unit[]): true | Reason {
  const answers = offices.map((office) => mayImport(actor, office.path));
  return answers.find((answer) => answer !== true) ?? true;
}

/**
 * Takes a file in as a form brings it, for a unit of today or of the list's year. Who may not is told before the file costs
 * anything; the same press twice is one list.
 */
export async function receiveFile(ctx: Context, typed: Record<string, unknown>, key: string): Promise<number> {
  const { file, ...place } = parse(ReceiveFile, typed);
  const { cycle, offices } = await read(ctx, (db) => placeFor(db, ctx, place));
  forbid(mayImportAll(ctx.actor, offices));
  if (file.bytes.byteLength > LARGE_BYTES && file.bytes.byteLength <= LIMITS.bytes) {
    const fileHash = hashOf(file.bytes);
    const content = { bytes: file.bytes, toJSON: () => fileHash };
    return (await queueRegister(ctx, { ...place, fileName: file.name, fileHash, content }, { key })).id;
  }
  const list = await readRegister(file.bytes, file.name, cycle.year);
  return (await receiveRegister(ctx, { ...place, ...list, fileName: file.name }, { key })).id;
}

function forbid(allowed: true | Reason): void {
  if (allowed !== true) refuse('forbidden', allowed.code, allowed.params ? { params: allowed.params } : {});
}

/** Refuses to touch a list that was written already. */
export function refuseWritten({ state }: Pick<Batch, 'state'>): void {
  if (state === 'reading' || state === 'failed') refuse('conflict', 'register.still_reading');
  if (state !== 'received') refuse('conflict', 'register.already_written');
}

/** Reads the columns another way, as a person has corrected it, and remembers it for the office's next list with such a heading. */
export const remapRegister = action({
  name: 'register.remap',
  input: RemapRegister,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run({ tx, ctx }, batch, { sheet, mapping }): Promise<void> {
    refuseWritten(batch);
    const part = batch.mapping.sheets[sheet] ?? refuse('missing', 'refusal.missing');
    const lines = await firstLines(asRead(tx), batch.id, sheet);
    const heading = findHeading(lines, part.merges) ?? refuse('invalid', 'register.heading.missing');
    const signature = headingWordsOf(heading);
    await saveReading(tx, batch.id, { ...batch.mapping, columns: { ...batch.mapping.columns, [signature]: mapping } });
    await remember(tx, ctx, { unitId: batch.unitId, heading: signature, columns: mapping });
  },
  audit: (batch, _result, { mapping }) => ({
    subjectKind: 'import_batch',
    subjectId: batch.id,
    unitId: batch.unitId,
    before: batch.mapping.columns,
    after: mapping,
  }),
});

/** Reads other sheets of the file than those that were taken for lists of this year. */
export const chooseSheets = action({
  name: 'register.choose_sheets',
  input: ChooseSheets,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run({ tx }, batch, { sheets: chosen }): Promise<void> {
    refuseWritten(batch);
    const sheets = batch.mapping.sheets.map((part, at) => ({ ...part, read: part.rows > 0 && chosen.includes(at) }));
    if (!sheets.some((part) => part.read)) refuse('invalid', 'register.sheets.none');
    await saveReading(tx, batch.id, { ...batch.mapping, sheets });
  },
  audit: (batch, _result, { sheets }) => ({
    subjectKind: 'import_batch',
    subjectId: batch.id,
    unitId: batch.unitId,
    after: { sheets: sheets.map((at) => batch.mapping.sheets[at]?.name ?? '') },
  }),
});

/** Throws a list away that was taken in and never written; one that is being read is read no further. */
export const discardRegister = action({
  name: 'register.discard',
  input: OneRegister,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run({ tx }, batch): Promise<void> {
    if (batch.state !== 'reading' && batch.state !== 'failed') refuseWritten(batch);
    await deleteBatch(tx, batch.id);
  },
  audit: ({ id, unitId, fileName, fileHash }) => ({
    subjectKind: 'import_batch',
    subjectId: id,
    unitId,
    before: { fileName, fileHash },
  }),
});
