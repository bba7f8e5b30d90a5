import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { mayManagePeople } from '../../account/policy.ts';
import { isSystem } from '../../appointment/policy.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { type ListRow, MOST_PEOPLE, OUTCOMES, type Outcome, rowsUnder } from '../rules.ts';
import { ApplyPeople, ReceivePeople, SweepImports } from '../schema.ts';
import { previewPeople } from './queries.ts';
import * as store from './store.ts';

/** The rows of a file (.xlsx, .xls, .csv), read in a process of its own; refuses at `file` what is no such list. */
export async function rowsOfFile(file: { name: string; bytes: Uint8Array }): Promise<ListRow[]> {
  const { sheets } = await readSheets(file.bytes, file.name).catch((failure: unknown) => {
    if (failure instanceof SheetError) wrong('file', file.name ? failure.message : 'people_import.file_missing');
    throw failure;
  });
  for (const sheet of sheets) {
    const rows = rowsUnder(sheet.rows);
    if (!rows) continue;
    if (rows.length > MOST_PEOPLE) wrong('file', 'people_import.too_long', { most: MOST_PEOPLE });
    if (rows.length > 0) return rows;
  }
  return wrong('file', 'people_import.no_heading');
}

/** Reads a list in to be looked at; answers its id. `asOf` as people type a day; empty is today. */
export async function receivePeople(
  ctx: Context,
  typed: { file: { name: string; bytes: Uint8Array }; asOf: string },
): Promise<number> {
  const may = mayManagePeople(ctx.actor);
  if (may !== true) refuse('forbidden', may.code);
  const asOf = typed.asOf.trim() === '' ? dayOf(ctx.now) : parseDay(typed.asOf);
  if (!asOf) return wrong('asOf', 'appointment.day_shape');
  const rows = await rowsOfFile(typed.file);
  return receive(ctx, { file: typed.file.name.slice(-255), asOf, rows });
}

const receive = action({
  name: 'people_import.receive',
  input: ReceivePeople,
  subject: async () => ({}),
  allow: (actor) => mayManagePeople(actor),
  run: ({ tx, ctx }, _nothing, list) => store.insertImport(tx, ctx, list),
  audit: (_subject, id, { file, rows }) => ({
    subjectKind: 'people_import',
    subjectId: id,
    after: { file, rows: rows.length },
  }),
});

export type Counts = Record<Outcome, number>;

/**
 * Writes the good rows of a list that was read in, all at once; the others are kept with their reasons. Judged anew: what has
 * changed since it was looked at counts. A list is written once.
 */
export const applyPeople = action({
  name: 'people_import.apply',
  input: ApplyPeople,
  subject: (tx, _scope, { id }) => store.importForUpdate(tx, id),
  allow: (actor) => mayManagePeople(actor),
  async run(act, list): Promise<{ counts: Counts; people: number[] }> {
    await mustBeConfirmed(act);
    if (list.appliedAt) refuse('conflict', 'people_import.written_already');
    const { tx, ctx, now } = act;
    await store.holdAddresses(
      tx,
      list.rows.map(({ typed }) => typed.email.toLowerCase()),
    );
    const rows = await previewPeople(asRead(tx), ctx, list.rows, list.asOf);
    const done = await store.writePeople(tx, ctx, rows);
    await store.markApplied(tx, list.id, done, now);
    const touched = done.filter(({ outcome }) => outcome === 'created' || outcome === 'given');
    const people = [...new Set(touched.flatMap(({ personId }) => (personId ? [personId] : [])))];
    return { counts: countsOf(done), people };
  },
  audit: ({ id, file }, { counts, people }) => ({
    subjectKind: 'people_import',
    subjectId: id,
    after: { file, ...counts },
    rows: people,
  }),
});

/** How many rows have become what. */
export function countsOf(rows: readonly { outcome: Outcome }[]): Counts {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Counts;
}

/** Throws lists away that are old; for the nightly job. */
export const sweepImports = action({
  name: 'people_import.sweep',
  input: SweepImports,
  subject: async () => ({}),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  run: ({ tx, now }) => store.dropOldImports(tx, now),
  audit: (_subject, lists) => ({ subjectKind: 'people_import', after: { lists } }),
});

function wrong(field: string, code: string, params?: Record<string, number>): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code, ...(params && { params }) } } });
}
