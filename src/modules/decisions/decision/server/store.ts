import { sql } from 'kysely';
import { answeredBy } from '#modules/initiatives/registration/server/queries-answers.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import type { DecisionHead, Picked } from '../rules.ts';
import type { Standing } from './queries-batch.ts';

/** Records a decision; undefined when the same one stands already. */
export async function insertDecision(
  tx: WriteDb,
  ctx: Context,
  standing: Standing,
  head: DecisionHead,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('decision')
    .values({
      kind: 'recognition',
      number: head.number,
      decided_on: head.decidedOn,
      signer: head.signer,
      signer_post: head.signerPost,
      title_group_id: head.titleGroupId ?? null,
      cycle_id: standing.cycleId,
      level: standing.level,
      unit_id: standing.unitId,
      created_at: ctx.now,
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/**
 * What the picks point at, locked in the order of their ids, and whether each belongs under a decision of this standing; what is
 * out of sight is not among them.
 */
export async function pickedForUpdate(
  tx: WriteDb,
  ctx: Context,
  standing: Standing,
  ids: readonly number[],
): Promise<Picked[]> {
  const { rows } = await sql<Picked>`
    select r.id, r.version, r.name, r.state, (r.cycle_id = ${standing.cycleId} and r.level = ${standing.level}
      and ${answeredBy([standing.unitId], dayOf(ctx.now))}) as belongs
    from registration r where r.id = any (${[...ids]}::integer[]) order by r.id for update of r`.execute(tx);
  return rows;
}
