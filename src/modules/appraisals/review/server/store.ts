import { sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { type Criterion, listCriteria } from '#modules/movements/criterion/server/queries.ts';
import { inPlaceOf } from '#modules/people/appointment/rules.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import type { Reading } from '../policy.ts';
import type { Conflict } from '../rules.ts';

/** A registration within scope, with who was asked to read it where that is somebody whose place the reader takes, as its reader stands to it, locked so that two presses come one after the other. */
export type ToReview = Registration & Reading & { reviewId: number | null; absent: string | null };

export async function readingForUpdate(tx: WriteDb, ctx: Context, id: number): Promise<ToReview | undefined> {
  const [registration] = await registrationsById(asRead(tx), ctx, [id]);
  if (!registration) return undefined;
  const { rows } = await sql<{ id: number; state: Reading['mine']; absent: string | null }>`
    select id, state, case when person_id <> ${ctx.actor.id} then person_name end as absent
    from review where id = (select reading_of(${id})) for update`.execute(tx);
  const conflict = await conflictOf(tx, ctx.actor.id, id);
  const mine = rows[0];
  return {
    ...registration,
    registrationState: registration.state,
    mine: mine?.state ?? null,
    reviewId: mine?.id ?? null,
    absent: mine?.absent ?? null,
    conflict,
  };
}

export async function conflictOf(
  tx: WriteDb,
  personId: number | null,
  registrationId: number,
): Promise<Conflict | null> {
  const { rows } = await sql<{ conflict: Conflict | null }>`
    select conflict_of(${personId}::integer, ${registrationId}) as conflict`.execute(tx);
  return rows[0]?.conflict ?? null;
}

/** Whether somebody is on the team of a registration, or was asked to read it. */
export async function isAsked(tx: WriteDb, registrationId: number, personId: number): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select exists (select from team_member m where m.team_id = team_of(${registrationId}) and m.person_id = ${personId})
      or exists (select from review v where v.registration_id = ${registrationId} and v.person_id = ${personId}) as asked`.execute(
    tx,
  );
  return rows[0]?.asked ?? false;
}

/** What is asked of a registration where it is judged. */
export const askedOf = (tx: WriteDb, registration: Registration): Promise<Criterion[]> =>
  listCriteria(asRead(tx), registration.cycleId, {
    subject: registration.subject,
    unitId: registration.responsibleUnitId,
  });

export async function insertScore(
  tx: WriteDb,
  ctx: Context,
  reading: { id: number; reviewId: number; absent?: string | null },
  given: { asked: number[]; points: number[]; total: number; note: string; advice: string },
): Promise<void> {
  const own = { review_id: reading.reviewId, registration_id: reading.id, person_id: ctx.actor.id as number };
  await tx
    .insertInto('review_score')
    .values({ ...own, ...given, at: ctx.now })
    .execute();
  if (reading.absent) await takeOver(tx, ctx, reading.reviewId, reading.absent);
  await setReview(tx, reading.reviewId, 'given');
}

/** What somebody was asked to read becomes that of who gives it in their place, under both names. */
async function takeOver(tx: WriteDb, ctx: Context, id: number, absent: string): Promise<void> {
  const whose = { person_id: ctx.actor.id as number, person_name: inPlaceOf(ctx.actor.name, absent) };
  await tx.updateTable('review').set(whose).where('id', '=', id).execute();
}

export async function setReview(tx: WriteDb, id: number, state: 'given' | 'recused'): Promise<void> {
  await tx.updateTable('review').set({ state }).where('id', '=', id).execute();
}

/** Declares what ties a person to a model, and asks them for nothing of it any more. */
export async function insertTie(
  tx: WriteDb,
  ctx: Context,
  initiativeId: number,
  personId: number,
  kind: string,
): Promise<void> {
  const tie = { person_id: personId, initiative_id: initiativeId, kind, declared_by_name: ctx.actor.name, at: ctx.now };
  await tx
    .insertInto('tie')
    .values(tie)
    .onConflict((same) => same.doNothing())
    .execute();
  await sql`update review v set state = 'recused' from registration r
    where r.id = v.registration_id and r.initiative_id = ${initiativeId} and v.person_id = ${personId} and v.state = 'waiting'`.execute(
    tx,
  );
}

export async function insertVisit(
  tx: WriteDb,
  ctx: Context,
  registrationId: number,
  visit: { seenOn: string; visitors: string; seen: string },
): Promise<number> {
  const row = { registration_id: registrationId, seen_on: visit.seenOn, visitors: visit.visitors, seen: visit.seen };
  const made = tx.insertInto('visit').values({ ...row, noted_by_name: ctx.actor.name, at: ctx.now });
  return (await made.returning('id').executeTakeFirstOrThrow()).id;
}
