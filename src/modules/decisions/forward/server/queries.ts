import { sql } from 'kysely';
import { mayPutForward } from '#modules/initiatives/registration/policy-forward.ts';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { answeredBy, answersOf } from '#modules/initiatives/registration/server/queries-answers.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { targetsOf } from '#modules/movements/target/server/queries.ts';
import { namesUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { type Standing, standingOf } from '../../decision/server/queries-batch.ts';
import { type ForwardCandidate, type Forwarded, nextLevel, placesLeft } from '../rules.ts';

const MOST = 500;

const MODEL = sql`r.id, r.initiative_id as "initiativeId", i.code, r.name, coalesce(g.name, '') as registrant, n.name as unit, r.subject`;

/**
 * What a unit's body has recognised at its level in a year and not put forward yet, the best first: by the score that its verdict
 * was given with, then by name. Without what was stopped or revoked since.
 */
export function listBest(db: ReadDb, ctx: Context, standing: Standing, next: string): Promise<ForwardCandidate[]> {
  const day = dayOf(ctx.now);
  return rowsOf(
    db,
    sql<ForwardCandidate>`
      select ${MODEL}, (select v.total from staged_verdict v where v.registration_id = r.id and v.applied_at is not null
          order by v.applied_at desc limit 1) as score
      from registration r join initiative i on i.id = r.initiative_id
      left join registrant g on g.id = r.registrant_id
      left join ${namesUntil(day)} n on n.unit_id = r.unit_id
      where r.state = 'recognised' and r.cycle_id = ${standing.cycleId} and r.level = ${standing.level}
        and ${answeredBy([standing.unitId], day)} and ${withinScope(ctx.scope)}
        and not exists (select from registration above where above.initiative_id = r.initiative_id and above.cycle_id = r.cycle_id
          and above.level = ${next} and above.state <> 'annulled')
        and coalesce((select k.standing from upkeep k where k.initiative_id = r.initiative_id order by k.id desc limit 1), '')
          not in ('stopped', 'revoked')
      order by score desc nulls last, r.name collate "vi-x-icu", r.id limit ${sql.lit(MOST)}`,
  );
}

/** What a unit has put forward from a level in a year, the latest first, with what was said when it came down. */
export function listForwarded(db: ReadDb, ctx: Context, standing: Standing): Promise<Forwarded[]> {
  const day = dayOf(ctx.now);
  return rowsOf(
    db,
    sql<Forwarded>`
      select ${MODEL}, above.id as "aboveId", above.level, above.submitted_on as "putOn", sent.actor_name as "putBy", sent.reason, above.state,
        case when above.state in ('returned', 'not_recognised', 'annulled') then (select e.reason from registration_event e
          where e.registration_id = above.id and e.state = above.state order by e.id desc limit 1) end as "cameDown"
      from registration r join registration above on above.put_forward_from = r.id
      cross join lateral (select e.actor_name, e.reason from registration_event e where e.registration_id = above.id order by e.id limit 1) sent
      join initiative i on i.id = r.initiative_id left join registrant g on g.id = r.registrant_id
      left join ${namesUntil(day)} n on n.unit_id = r.unit_id
      where r.cycle_id = ${standing.cycleId} and r.level = ${standing.level} and ${answeredBy([standing.unitId], day)} and ${withinScope(ctx.scope)}
      order by above.id desc limit ${sql.lit(MOST)}`,
  );
}

/** The page on which a unit puts its best forward; refuses (404) where it does not stand or lies outside the scope. */
export async function forwardPage(db: ReadDb, ctx: Context, place: Parameters<typeof standingOf>[2] | undefined) {
  const standing = (place && (await standingOf(db, ctx, place))) ?? refuse('missing', 'refusal.missing');
  const cycle = (await listCycles(db)).find((each) => each.id === standing.cycleId);
  const next =
    cycle &&
    nextLevel(
      cycle.levels.map((each) => each.level),
      standing.level,
    );
  const forwarded = await listForwarded(db, ctx, standing);
  const most = (await targetsOf(db, standing.cycleId, [standing.unitId])).get(standing.unitId)?.forwardMost ?? null;
  return {
    standing,
    next: next ?? null,
    most,
    left: placesLeft(most, forwarded),
    best: next ? await listBest(db, ctx, standing, next) : [],
    forwarded,
    may: mayPutForward(ctx.actor, { responsibleUnitId: standing.unitId }),
  };
}

/** How many each of these units has put forward in a year, without what was withdrawn or annulled since. */
export async function forwardedBy(
  db: ReadDb,
  ctx: Context,
  cycleId: number,
  units: readonly number[],
): Promise<Map<number, number>> {
  const rows = await rowsOf(
    db,
    sql<{ unit: number; count: number }>`
      select a.unit_id as unit, count(*)::integer as count
      from registration above join registration r on r.id = above.put_forward_from
      join (${answersOf(units, dayOf(ctx.now))}) a on a.keeper_unit_id = r.keeper_unit_id and a.level = r.level
      where above.cycle_id = ${cycleId} and above.put_forward_from is not null and above.state not in ('withdrawn', 'annulled')
        and ${withinScope(ctx.scope)}
      group by a.unit_id`,
  );
  return new Map(rows.map((row) => [row.unit, row.count]));
}
