import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { mayImport } from '../policy.ts';
import { batchById } from './store.ts';
import { undoing } from './store-rows.ts';

const TOUCHED_SHOWN = 100;

/** What undoing a list would do, for the page that asks once more; refuses a list that is not written. Two queries. */
export async function undoPage(db: ReadDb, ctx: Context, id: number) {
  const { mapping: _mapping, ...batch } = (await batchById(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  const allowed = mayImport(ctx.actor, batch.unitPath);
  if (allowed !== true) refuse('forbidden', allowed.code);
  if (batch.state !== 'written')
    refuse('conflict', batch.state === 'undone' ? 'register.already_undone' : 'register.not_written');
  return { batch, ...(await undoing(db, id, TOUCHED_SHOWN)) };
}
