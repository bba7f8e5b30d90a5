import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { mayImport } from '../policy.ts';
import { ImportRegister } from '../schema.ts';
import { waitForTurn, writeRows } from './actions-rows.ts';
import { withIgnored } from './actions-write.ts';
import { asWritten, type Preview, previewRegister } from './queries.ts';
import { officeOf } from './queries-office.ts';
import { insertBatch, saveWritten } from './store.ts';
import { insertRows } from './store-rows.ts';

/** What reading a list in at once has done; without an id nothing was saved, since a row is bad. */
export interface Imported {
  id: number | null;
  preview: Preview;
  made: number[];
}

/** Takes a list in and writes it, in one transaction, as a command does; saves nothing when a row is bad, unless `acceptValid`. */
export const importRegister = action({
  name: 'register.import',
  input: ImportRegister,
  // A list of a finished year is of a unit that stood then, whatever has become of it.
  subject: (tx, _scope, input) => officeOf(asRead(tx), input),
  allow: (actor, unit) => mayImport(actor, unit.path),
  async run(act, _unit, { decision, acceptValid, ...list }): Promise<Imported> {
    const { cycleId, level, unitId, fileName, lines, sheets } = list;
    await waitForTurn(act, cycleId, level);
    const db = asRead(act.tx);
    const cycle = (await listCycles(db)).find((each) => each.id === cycleId) ?? refuse('missing', 'refusal.missing');
    const place = { cycle, level, unitId, decided: decision !== undefined };
    const preview = await previewRegister(db, { lines, sheets }, place);
    if (preview.counts.invalid > 0 && !acceptValid) return { id: null, preview, made: [] };

    const mapping = { columns: null, sheets: [...asWritten(sheets, preview.sheets)] };
    const id = await insertBatch(act.tx, act.ctx, { ...list, mapping });
    const byNumber = new Map(lines.map((line) => [line.number, line]));
    const { decisionId, made } = await writeRows(act, {
      cycle,
      level,
      unitId,
      fileName,
      preview,
      decision,
      keep: (outcomes) =>
        insertRows(
          act.tx,
          id,
          withIgnored(lines, outcomes).map((each) => ({ cells: [], ...byNumber.get(each.number), ...each })),
        ),
    });
    await saveWritten(act.tx, id, { counts: preview.counts, decisionId, mapping, at: act.now });
    return { id, preview, made };
  },
  audit: (unit, { id, preview, made }, { fileName, fileHash }) =>
    id === null
      ? null
      : {
          subjectKind: 'import_batch',
          subjectId: id,
          unitId: unit.id,
          after: { fileName, fileHash, ...preview.counts },
          rows: made,
        },
});
