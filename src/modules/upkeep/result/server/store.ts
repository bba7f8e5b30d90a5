import { sql } from 'kysely';
import type { z } from 'zod';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { keptModel } from '../../upkeep/server/queries.ts';
import type { ResultState } from '../rules.ts';
import type { ClaimResult } from '../schema.ts';

/** A result with the registration by which its policies decide. */
export interface ClaimedResult {
  id: number;
  state: ResultState;
  claimedBy: number | null;
  registration: Registration;
}

/** One result of a model within scope, locked. */
export async function resultForUpdate(
  tx: WriteDb,
  ctx: Context,
  asked: { id: number; initiativeId: number },
): Promise<ClaimedResult | undefined> {
  const { rows } = await sql<Omit<ClaimedResult, 'registration'>>`
    select id, state, claimed_by as "claimedBy" from result
    where id = ${asked.id} and initiative_id = ${asked.initiativeId} for update`.execute(tx);
  const model = rows[0] && (await keptModel(asRead(tx), ctx, asked.initiativeId));
  return rows[0] && model && { ...rows[0], registration: model.registration };
}

/** Records a claim; undefined when the model was not entered for that cycle. */
export async function insertResult(
  tx: WriteDb,
  ctx: Context,
  input: z.output<typeof ClaimResult>,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into result (initiative_id, cycle_id, kind, name, unit, before_value, after_value, evidence, state, claimed_by, claimed_by_name, claimed_at)
    select ${input.initiativeId}::integer, ${input.cycleId}::integer, ${input.kind}, ${input.name}, ${input.unit}, ${input.before}::numeric,
      ${input.after}::numeric, ${input.evidence}, 'claimed', ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now}
    where exists (select from registration r where r.initiative_id = ${input.initiativeId} and r.cycle_id = ${input.cycleId}
      and r.state not in ('annulled', 'withdrawn'))
    returning id`.execute(tx);
  return rows[0]?.id;
}

/** Verifies a result or takes it back. */
export async function settleResult(
  tx: WriteDb,
  ctx: Context,
  id: number,
  settled: { state: 'verified' | 'taken_back'; note: string },
): Promise<void> {
  await tx
    .updateTable('result')
    .set({ ...settled, settled_by_name: ctx.actor.name, settled_at: ctx.now })
    .where('id', '=', id)
    .execute();
}
