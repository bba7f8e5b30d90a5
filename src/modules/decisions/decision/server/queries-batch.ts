import { sql } from 'kysely';
import type { z } from 'zod';
import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { answeredBy } from '#modules/initiatives/registration/server/queries-answers.ts';
import { titleGroupsOf } from '#modules/movements/field/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { namesUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { refuse } from '#platform/refusal.ts';
import { parse } from '#platform/server/action.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { mayDecide } from '../policy.ts';
import { dateProblem, type Pick } from '../rules.ts';
import { RecogniseBatch } from '../schema.ts';

/** Where a decision is to stand: the unit whose body takes it, and the cycle whose level it is about. */
export interface Standing {
  unitId: number;
  unit: string;
  level: Level;
  cycleId: number;
  cycle: string;
  opensOn: string;
}

/** Unit, cycle and level of a new decision, if all three are there and the unit lies within scope. */
export async function standingOf(
  db: ReadDb,
  ctx: Context,
  { unitId, level, cycleId }: { unitId: number; level: Level; cycleId: number },
  day = dayOf(ctx.now),
): Promise<Standing | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ unit: string; cycle: string; opensOn: string }>`
      select n.name as unit, c.code as cycle, c.opens_on as "opensOn" from cycle c
      join cycle_level l on l.cycle_id = c.id and l.level = ${level}
      join unit_name n on n.unit_id = ${unitId} and n.valid @> ${day}::date
      where c.id = ${cycleId} and (scope_is_all() or n.unit_id = any (scope_units()))`,
  );
  return row && { unitId, level, cycleId, ...row };
}

/** The decision of this number, day, unit, cycle and level, whatever the case of its letters. */
export async function sameDecision(
  db: ReadDb,
  standing: Standing,
  head: { number: string; decidedOn: string },
): Promise<number | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ id: number }>`
      select id from decision where kind = 'recognition' and unit_id = ${standing.unitId} and cycle_id = ${standing.cycleId}
        and level = ${standing.level} and lower(number) = lower(${head.number}) and decided_on = ${head.decidedOn}::date`,
  );
  return row?.id;
}

/** Refuses a first page whose date cannot be, or whose number stands already; each with the field's own sentence. */
export async function checkHead(
  db: ReadDb,
  ctx: Context,
  standing: Standing,
  head: { number: string; decidedOn: string; titleGroupId?: number | undefined },
): Promise<void> {
  const problem = dateProblem(head.decidedOn, dayOf(ctx.now), standing.opensOn);
  if (problem) refuse('invalid', 'form.invalid', { fields: { decidedOn: problem } });
  if ((await sameDecision(db, standing, head)) !== undefined) refuseNumber();
  if (head.titleGroupId === undefined) return;
  const offered = await titleGroupsOf(db, standing.cycleId, dayOf(ctx.now));
  if (!offered.some((each) => each.id === head.titleGroupId))
    refuse('invalid', 'form.invalid', { fields: { titleGroupId: { code: 'decision.title_group.missing' } } });
}

/** The same number twice is most often the same paper entered twice. */
export function refuseNumber(): never {
  refuse('conflict', 'decision.number.taken', { fields: { number: { code: 'decision.number.taken' } } });
}

/** A proposed registration that a decision of this body may name. */
export interface Candidate extends Pick {
  initiativeId: number;
  code: string;
  name: string;
  registrant: string;
  unit: string;
  subject: Subject;
  since: Date;
}

const MOST = 20_000;

/** Everything that waits for a decision at this unit, level and cycle, by unit and name; one query. */
export async function listCandidates(db: ReadDb, ctx: Context, standing: Standing): Promise<Candidate[]> {
  return rowsOf(
    db,
    sql<Candidate>`
      select r.id, r.version, r.initiative_id as "initiativeId", i.code, r.name, coalesce(g.name, '') as registrant, n.name as unit, r.subject, r.state_since as since
      from registration r
      join initiative i on i.id = r.initiative_id
      left join registrant g on g.id = r.registrant_id
      left join ${namesUntil(dayOf(ctx.now))} n on n.unit_id = r.unit_id
      where r.state = 'proposed' and ${answeredBy([standing.unitId], dayOf(ctx.now))} and r.cycle_id = ${standing.cycleId} and r.level = ${standing.level} and ${withinScope(ctx.scope)}
      order by n.name collate "vi-x-icu", r.name collate "vi-x-icu", r.id limit ${MOST}`,
  );
}

/** Checks a form before its preview: where it stands, who asks, the first page, and that something is chosen. */
export async function checkBatch(ctx: Context, typed: z.input<typeof RecogniseBatch>): Promise<void> {
  const input = parse(RecogniseBatch, typed);
  await read(ctx, async (db) => {
    const standing = await standingOf(db, ctx, input);
    if (!standing) refuse('missing', 'refusal.missing');
    const allowed = mayDecide(ctx.actor, standing);
    if (allowed !== true) refuse('forbidden', allowed.code, allowed.params ? { params: allowed.params } : {});
    await checkHead(db, ctx, standing, input);
  });
}

/** The page of the form: where it stands, whether this person may decide there, and what waits; a refusal (404) elsewhere. */
export async function batchPage(db: ReadDb, ctx: Context, place: Parameters<typeof standingOf>[2] | undefined) {
  const standing = place && (await standingOf(db, ctx, place));
  if (!standing) refuse('missing', 'refusal.missing');
  const candidates = await listCandidates(db, ctx, standing);
  return {
    standing,
    may: mayDecide(ctx.actor, standing),
    titleGroups: await titleGroupsOf(db, standing.cycleId, dayOf(ctx.now)),
    candidates: candidates.map((each) => ({ ...each, sinceOn: dayOf(each.since) })),
  };
}
