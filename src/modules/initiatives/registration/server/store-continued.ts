import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { SimilarAnswer } from '../../similarity/schema.ts';
import { registerKey, searchText } from '../rules-keys.ts';
import { PARTS, type RegistrationContent } from '../schema.ts';

interface Whose {
  registrantId: number;
  registrantName: string;
  unitName: string;
  /** The day that counts as the one of sending, `yyyy-mm-dd`, and why it is late, if it is. */
  day: string;
  reason: string;
}

/**
 * Enters what was sent as a further year of a model: a next version of it, and one registration for each level. Nothing, if the
 * model is another registrant's or another unit's, or is registered in that year already.
 */
export async function continueModel(
  tx: WriteDb,
  ctx: Context,
  content: RegistrationContent,
  code: string,
  { registrantId, registrantName, unitName, day, reason }: Whose,
): Promise<{ registrationIds: number[]; initiativeId: number } | undefined> {
  const { unitId, cycleId, fieldId, levels } = content;
  // Its row is the lock under which two further years number their versions.
  const { rows: models } = await sql<{ id: number }>`
    select i.id from initiative i
    where i.code = ${code} and i.registrant_id = ${registrantId} and i.keeper_unit_id = ${unitId} for update`.execute(
    tx,
  );
  const initiativeId = models[0]?.id;
  if (initiativeId === undefined || (await isTaken(tx, initiativeId, content))) return undefined;
  await tx
    .updateTable('initiative')
    .set({ name: content.name, field_id: fieldId })
    .where('id', '=', initiativeId)
    .execute();
  const { rows: versions } = await sql<{ id: number }>`
    insert into initiative_version (initiative_id, number, ${sql.join(PARTS.map((part) => sql.ref(part)))}, programmes, created_at)
    select ${initiativeId}, coalesce(max(number), 0) + 1, ${sql.join(PARTS.map((part) => content[part]))}, ${content.programmes}::integer[], ${ctx.now}
    from initiative_version where initiative_id = ${initiativeId} returning id`.execute(tx);
  const { rows } = await sql<{ id: number }>`
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, sector_id, field_id,
      subject, state, submitted_on, register_key, plain_text, name, state_since, late_days)
    select i.id, ${versions[0]?.id as number}, ${cycleId}, l.level, ${unitId}, ${unitId}, ${registrantId},
      (select g.sector_id from registrant g where g.id = ${registrantId}), ${fieldId}, ${content.subject}, 'submitted', ${day}::date,
      ${registerKey(content.name, registrantName)}, ${searchText(content.name, registrantName, unitName, code)}, ${content.name}, ${ctx.now},
      (select greatest(0, ${day}::date - coalesce(d.grace_until, d.register_due_on)) from cycle_level d
        where d.cycle_id = ${cycleId} and d.level = l.level)
    from initiative i cross join unnest(${levels}::text[]) with ordinality as l (level, rank)
    where i.id = ${initiativeId} order by l.rank returning id`.execute(tx);
  const registrationIds = rows.map((row) => row.id);
  await sql`
    insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
    select id, 'submit', 'submitted', ${reason}, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now}
    from unnest(${registrationIds}::integer[]) id`.execute(tx);
  return { registrationIds, initiativeId };
}

async function isTaken(tx: WriteDb, initiativeId: number, { cycleId, levels }: RegistrationContent): Promise<boolean> {
  const taken = await tx
    .selectFrom('registration')
    .select('id')
    .where('initiative_id', '=', initiativeId)
    .where('cycle_id', '=', cycleId)
    .where('level', 'in', [...levels])
    .where('state', '<>', 'annulled')
    .executeTakeFirst();
  return taken !== undefined;
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
