import { restoreRegistrations } from '#modules/initiatives/registration/server/actions-entry.ts';
import { annulRegistrations } from '#modules/initiatives/registration/server/actions-moves.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { mayImport } from '../policy.ts';
import { OneRegister } from '../schema.ts';
import { batchForUpdate, saveUndone } from './store.ts';
import { type WrittenRow, writtenBy } from './store-rows.ts';

/** What undoing did. A model that someone has touched since is annulled too and named; a result that someone has touched since stays. */
export interface Undone {
  annulled: number;
  restored: number;
  touched: { row: number; name: string }[];
}

/** As many as the acts of registrations take at once. */
const AT_ONCE = 20_000;

/** Undoes a list as a whole: what it made is annulled, what it filled in is open again. Reading the list in again creates again. */
export const undoRegister = action({
  name: 'register.undo',
  input: OneRegister,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run(act, batch): Promise<Undone> {
    if (batch.state !== 'written')
      refuse('conflict', batch.state === 'undone' ? 'register.already_undone' : 'register.not_written');
    const reason = batch.fileName;
    const rows = await writtenBy(asRead(act.tx), batch.id);
    const created = rows.filter((row) => row.outcome === 'created');
    const updated = rows.filter((row) => row.outcome === 'updated' && !row.touched && row.before);
    for (const some of atOnce(created))
      await annulRegistrations.within(act, { ids: some.map((row) => row.id), reason });
    for (const some of atOnce(updated)) {
      const registrations = some.map(({ id, before }) => ({ id, ...(before as NonNullable<WrittenRow['before']>) }));
      await restoreRegistrations.within(act, { registrations, reason });
    }
    await saveUndone(act.tx, batch.id, act.now);
    return {
      annulled: created.length,
      restored: updated.length,
      touched: rows.filter((row) => row.touched).map(({ row, name }) => ({ row, name })),
    };
  },
  audit: (batch, undone) => ({
    subjectKind: 'import_batch',
    subjectId: batch.id,
    unitId: batch.unitId,
    after: undone,
  }),
});

function atOnce<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) =>
    rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}
