import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action, parse } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mayImport } from '../policy.ts';
import { expectation } from '../rules-preview.ts';
import { ResultsDecision, WriteRegister } from '../schema.ts';
import { refuseWritten } from './actions.ts';
import { waitForTurn, writeRows } from './actions-rows.ts';
import { asWritten, type Counts, previewRegister } from './queries.ts';
import { batchForUpdate, saveWritten } from './store.ts';
import { rowsOfBatch, saveOutcomes } from './store-rows.ts';

/**
 * Writes the good rows of a list in one transaction, set-based, and keeps the bad ones as they are. With a decision, results of a
 * finished year are recorded under it. The same list again finds everything unchanged.
 */
export const writeRegister = action({
  name: 'register.write',
  input: WriteRegister,
  subject: (tx, _scope, { id }, ctx) => batchForUpdate(tx, ctx, id),
  allow: (actor, batch) => mayImport(actor, batch.unitPath),
  async run(act, batch, { decision, onlyWhole, expected }): Promise<{ counts: Counts; made: number[] }> {
    refuseWritten(batch);
    const { id, cycleId, level, unitId, fileName, mapping } = batch;
    await waitForTurn(act, cycleId, level);
    const db = asRead(act.tx);
    const cycle = (await listCycles(db)).find((each) => each.id === cycleId) ?? refuse('missing', 'refusal.missing');
    const lines = await rowsOfBatch(db, id);
    const place = { cycle, level, unitId, decided: decision !== undefined };
    const preview = await previewRegister(db, { lines, ...mapping }, place);
    const { counts } = preview;
    if (expected !== undefined && expected !== expectation(counts)) refuse('conflict', 'register.counts_changed');
    if (onlyWhole && counts.invalid > 0)
      refuse('conflict', 'register.rows_bad', { params: { invalid: counts.invalid } });

    const { decisionId, made } = await writeRows(act, {
      cycle,
      level,
      unitId,
      fileName,
      preview,
      decision,
      keep: (outcomes) => saveOutcomes(act.tx, id, withIgnored(lines, outcomes)),
    });
    const reading = { ...mapping, sheets: [...asWritten(mapping.sheets, preview.sheets)] };
    await saveWritten(act.tx, id, { counts, decisionId, mapping: reading, at: act.now });
    return { counts, made };
  },
  audit: (batch, { counts, made }) => ({
    subjectKind: 'import_batch',
    subjectId: batch.id,
    unitId: batch.unitId,
    after: counts,
    rows: made,
  }),
});

/** Writes a list as a form asks: `results` = now, with the decision that the results stand under; `scope` = whole, only when no row is bad. */
export async function writeTyped(ctx: Context, id: number, typed: Record<string, string>, key = ''): Promise<Counts> {
  const { results, scope, expected } = typed;
  // Apart from the rest, so that what is wrong with it is told beside its own boxes.
  const decision = results === 'now' ? parse(ResultsDecision, typed) : undefined;
  const asked = { id, decision, onlyWhole: scope === 'whole', ...(expected && { expected }) };
  const { counts } = await writeRegister(ctx, asked, key ? { key } : {});
  return counts;
}

/** Outcomes of every line of a file: what is no row of the list is ignored. */
export function withIgnored<Outcome extends { number: number }>(
  lines: readonly { number: number }[],
  outcomes: readonly Outcome[],
): (Outcome | { number: number; outcome: 'ignored' })[] {
  const known = new Map(outcomes.map((each) => [each.number, each]));
  return lines.map(({ number }) => known.get(number) ?? { number, outcome: 'ignored' });
}
