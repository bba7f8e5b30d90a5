import { sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import type { Standing } from '../rules.ts';
import { standingColumns } from './queries.ts';

/** A registration within scope, locked, with how its feedback stands and what was said last (0: nothing). */
export interface ToTell {
  registration: Registration;
  standing: Standing;
  lastId: number;
}

export async function toTell(tx: WriteDb, ctx: Context, id: number): Promise<ToTell | undefined> {
  await tx.selectFrom('registration').select('id').where('id', '=', id).forUpdate().execute();
  const [registration] = await registrationsById(asRead(tx), ctx, [id]);
  if (!registration) return undefined;
  const { rows } = await sql<Omit<Standing, 'state'> & { lastId: number }>`
    select ${standingColumns(ctx.actor.id)},
      coalesce((select max(e.id) from registration_event e where e.registration_id = r.id and e.act = 'feedback'), 0) as "lastId"
    from registration r where r.id = ${id}`.execute(tx);
  const { lastId, ...standing } = rows[0] as Omit<Standing, 'state'> & { lastId: number };
  return { registration, standing: { ...standing, state: registration.state }, lastId };
}

/** Lays a text beside the staged verdict of a registration, in place of what lay there. */
export async function stageFeedback(tx: WriteDb, id: number, feedback: string): Promise<void> {
  await sql`update staged_verdict set feedback = ${feedback}, revision = revision + 1
    where registration_id = ${id} and applied_at is null`.execute(tx);
}

/** Notes that somebody has read what was said; once. */
export async function markRead(tx: WriteDb, ctx: Context, eventId: number): Promise<void> {
  await tx
    .insertInto('feedback_read')
    .values({ event_id: eventId, person_id: ctx.actor.id as number, at: ctx.now })
    .onConflict((before) => before.doNothing())
    .execute();
}
