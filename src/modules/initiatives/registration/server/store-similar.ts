import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { SimilarAnswer } from '../../similarity/schema.ts';
import type { RegistrationContent } from '../schema.ts';

/**
 * Locks the model that is to be gone on with in a further year, and answers its id. Nothing, if it is another registrant's or
 * another unit's, or is registered in that year already.
 */
export async function modelToContinue(
  tx: WriteDb,
  code: string,
  registrantId: number,
  { unitId, cycleId, levels }: RegistrationContent,
): Promise<number | undefined> {
  // Its row is the lock under which two further years number their versions.
  const { rows: models } = await sql<{ id: number }>`
    select i.id from initiative i
    where i.code = ${code} and i.registrant_id = ${registrantId} and i.keeper_unit_id = ${unitId} for update`.execute(
    tx,
  );
  const id = models[0]?.id;
  if (id === undefined) return undefined;
  const taken = await tx
    .selectFrom('registration')
    .select('id')
    .where('initiative_id', '=', id)
    .where('cycle_id', '=', cycleId)
    .where('level', 'in', [...levels])
    .where('state', '<>', 'annulled')
    .executeTakeFirst();
  return taken ? undefined : id;
}

/** Keeps with a model what was answered about those that look like it. */
export async function insertAnswers(
  tx: WriteDb,
  ctx: Context,
  initiativeId: number,
  answers: readonly SimilarAnswer[],
): Promise<void> {
  if (answers.length === 0) return;
  await tx
    .insertInto('similarity_answer')
    .values(
      answers.map(({ code, answer, reason }) => ({
        initiative_id: initiativeId,
        other_code: code,
        answer,
        reason,
        answered_by: ctx.actor.id,
        answered_by_name: ctx.actor.name,
        answered_at: ctx.now,
      })),
    )
    .execute();
}
