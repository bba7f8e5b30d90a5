import { sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { listCriteria } from '#modules/movements/criterion/server/queries.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import type { Checklist, Verdict } from '../rules.ts';

/** A registration to be judged, locked until the verdict stands, with the team in whose hands it is. */
export async function registrationToJudge(
  tx: WriteDb,
  id: number,
  ctx: Context,
): Promise<(Registration & { teamId: number | null }) | undefined> {
  await tx.selectFrom('registration').select('id').where('id', '=', id).forUpdate().execute();
  const [registration] = await registrationsById(asRead(tx), ctx, [id]);
  if (!registration) return undefined;
  const { rows } = await sql<{ team: number | null }>`select team_of(${id}) as team`.execute(tx);
  return { ...registration, teamId: rows[0]?.team ?? null };
}

/** Ids of what the cycle asks of such a subject where it is judged, in their order. */
export async function criteriaAsked(tx: WriteDb, registration: Registration): Promise<number[]> {
  const criteria = await listCriteria(asRead(tx), registration.cycleId, {
    subject: registration.subject,
    unitId: registration.responsibleUnitId,
  });
  return criteria.map((criterion) => criterion.id);
}

/** Records a verdict of the unit that answers for the registration; answers its id. */
export async function insertAppraisal(
  tx: WriteDb,
  ctx: Context,
  registration: Registration,
  given: Checklist & { verdict: Verdict; reason: string },
): Promise<number> {
  const row = await tx
    .insertInto('appraisal')
    .values({
      registration_id: registration.id,
      unit_id: registration.responsibleUnitId,
      appraiser_id: ctx.actor.id,
      appraiser_name: ctx.actor.name,
      verdict: given.verdict,
      reason: given.reason,
      met: [...given.met],
      asked: [...given.asked],
      at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
