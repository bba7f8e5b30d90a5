import { type RawBuilder, sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Kept, Standing, UpkeepAct } from '../rules.ts';

/** One thing that was found or done; `day` is `yyyy-mm-dd`. */
export interface UpkeepEvent {
  id: number;
  act: UpkeepAct;
  standing: Kept;
  note: string;
  day: string;
  actorName: string;
}

/** How a model stands, and what was found of it so far, latest first. Days are `yyyy-mm-dd`. */
export interface Upkeep {
  code: string;
  name: string;
  /** The registration last recognised, else the latest one: by it is said who may do what. */
  registrationId: number;
  recognisedOn: string | null;
  /** Null while it was never recognised. */
  standing: Standing | null;
  /** Until which day it should be looked at (again); null for what is not looked after. */
  dueOn: string | null;
  events: UpkeepEvent[];
  /** The decision under which it was last recognised; null for a model that is not public. */
  publicBy: number | null;
  /** How many results of it are verified, and how many still to be. */
  results: { verified: number; claimed: number };
}

/** Whether the last act is more recent than the last recognition, which makes everything good again. */
const ACTED = sql`last.day is not null and last.day >= recognised_on`;

/** The end of the year within which somebody should look: SQL over `recognised_on` and `last.day`. */
export const DUE_ON = sql<string>`(greatest(recognised_on, last.day) + interval '1 year')::date`;

/** How a model stands on a day: SQL over `recognised_on` and `last` (standing, day). The one place that says it. */
export const standingOn = (day: string): RawBuilder<Standing | null> => sql<Standing | null>`case
  when recognised_on is null then null
  when ${ACTED} and last.standing in ('stopped', 'revoked') then last.standing
  when ${DUE_ON} < ${day}::date then 'lapsed'
  when ${ACTED} then last.standing else 'kept_up' end`;

/** One model within scope, in one query; undefined when it is not there. */
export async function upkeepOf(db: ReadDb, ctx: Context, id: number): Promise<Upkeep | undefined> {
  const standing = standingOn(dayOf(ctx.now));
  const [row] = await rowsOf(
    db,
    sql<Upkeep>`
      with acts as materialized (select * from upkeep where initiative_id = ${id})
      select i.code, i.name, r.id as "registrationId", recognised_on as "recognisedOn", ${standing} as standing,
        case when ${standing} in ('kept_up', 'needs_support', 'lapsed') then ${DUE_ON} end as "dueOn",
        (select coalesce(json_agg(json_build_object('id', e.id, 'act', e.act, 'standing', e.standing, 'note', e.note, 'day', e.day,
          'actorName', e.actor_name) order by e.id desc), '[]') from acts e) as events,
        case when i.published_at is not null then r.decision end as "publicBy",
        (select json_build_object('verified', count(*) filter (where x.state = 'verified'), 'claimed', count(*) filter (where x.state = 'claimed'))
          from result x where x.initiative_id = i.id) as results
      from initiative i
      cross join lateral (select r.id, r.recognised_by as decision, case when r.state = 'recognised' then d.decided_on end as recognised_on
        from registration r left join decision d on d.id = r.recognised_by
        where r.initiative_id = i.id and r.state <> 'annulled'
        order by r.state = 'recognised' desc, d.decided_on desc nulls last, r.id desc limit 1) r
      left join (select u.standing, u.day from acts u order by u.id desc limit 1) last on true
      where i.id = ${id}`,
  );
  return row;
}

/** A model with the registration by which its policies decide, in two queries. */
export type KeptModel = Upkeep & { id: number; registration: Registration };

/** The same for a page and for an act; undefined when it is not there. */
export async function keptModel(db: ReadDb, ctx: Context, id: number): Promise<KeptModel | undefined> {
  const upkeep = await upkeepOf(db, ctx, id);
  const [registration] = upkeep ? await registrationsById(db, ctx, [upkeep.registrationId]) : [];
  return upkeep && registration && { ...upkeep, id, registration };
}

/** The same, or a refusal (404). */
export async function keptModelPage(db: ReadDb, ctx: Context, id: number): Promise<KeptModel> {
  return (await keptModel(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
}
