import { type RawBuilder, sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import { bodyUnits, keptWork } from '#modules/initiatives/registration/policy-answers.ts';
import type { State, Subject } from '#modules/initiatives/registration/rules.ts';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { ANSWER, answeredOrKept, withAnswers } from '#modules/initiatives/registration/server/queries-answers.ts';
import { daysLeft } from '#modules/organisations/calendar/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import { mineToReview } from '../../review/server/queries.ts';
import { placeOf, readPlace } from '../rules-place.ts';
import type { QueueFilter, QueueTab } from '../schema.ts';

/** One registration that waits for, or has had, the verdict of the reader's own body. */
export interface QueueLine {
  id: number;
  initiativeId: number;
  code: string;
  name: string;
  registrant: string;
  unit: string;
  parent: string | null;
  level: Level;
  cycle: string;
  subject: Subject;
  state: State;
  since: Date;
  /** Null once it is done. */
  dueOn: string | null;
  daysLeft: number | null;
}

export interface QueuePage {
  lines: QueueLine[];
  /** How many wait in each of the first two tabs, and how many the chosen tab holds. */
  todo: number;
  waiting: number;
  total: number;
  next: string | null;
  /** What waits for the reader's own scores, and with which to go on. */
  reviews: { count: number; next: number | null; blind: number | null };
}

const QUEUE_PAGE = 50;

const STATES: Record<QueueTab, RawBuilder<boolean>> = {
  todo: sql`r.state = 'self_assessed'`,
  waiting: sql`r.state = 'proposed'`,
  done: sql`r.state in ('recognised', 'not_recognised')`,
};

/** Whether the reader's own body answers for registration `r`, or keeps it, within scope; in a statement that begins `withAnswers`. */
export const answeredByMe = (ctx: Context) =>
  sql<boolean>`(${answeredOrKept(ANSWER, keptWork(ctx.actor, 'body'))} and ${withinScope(ctx.scope)})`;

const withMyAnswers = (ctx: Context) => withAnswers(bodyUnits(ctx.actor), dayOf(ctx.now));

function conditions(ctx: Context, filter: QueueFilter): RawBuilder<boolean>[] {
  const where = [answeredByMe(ctx)];
  if (filter.cycle) where.push(sql`r.cycle_id = ${filter.cycle}`);
  if (filter.level) where.push(sql`r.level = ${filter.level}`);
  const needle = plainText(filter.q ?? '');
  if (needle !== '') where.push(sql`position(${needle} in r.plain_text) > 0`);
  return where;
}

/**
 * What waits for a verdict of the reader's body, for its decision, or is done; the longest waiting first, the latest done
 * first; 50 a page by keyset, in two queries. The tab `done` is asked with a cycle.
 */
export async function listQueue(db: ReadDb, ctx: Context, filter: QueueFilter): Promise<QueuePage> {
  const tab = filter.tab ?? 'todo';
  const where = conditions(ctx, filter);
  const way = tab === 'done' ? sql`desc` : sql`asc`;
  const place = readPlace(filter.after);
  const beyond = tab === 'done' ? sql`<` : sql`>`;
  const paged = place
    ? [...where, sql`(r.state_since, r.id) ${beyond} (${place.since}::timestamptz, ${place.id})`]
    : where;
  const rows = await rowsOf(
    db,
    sql<QueueLine & { sinceText: string }>`
      ${withMyAnswers(ctx)}
      select r.id, r.initiative_id as "initiativeId", i.code, r.name, coalesce(g.name, '') as registrant, coalesce(un.name, (select n.name from unit_name n where n.unit_id = r.unit_id order by n.valid desc limit 1)) as unit, pn.name as parent, r.level,
        c.code as cycle, r.subject, r.state, r.state_since as since, r.state_since::text as "sinceText", ${dueOn()} as "dueOn",
        ${daysLeft(dueOn(), dayOf(ctx.now))} as "daysLeft"
      from (select r.* from registration r where ${STATES[tab]} and ${sql.join(paged, sql` and `)}
        order by r.state_since ${way}, r.id ${way} limit ${sql.lit(QUEUE_PAGE + 1)}) r
      join initiative i on i.id = r.initiative_id
      left join registrant g on g.id = r.registrant_id
      join cycle c on c.id = r.cycle_id
      join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level
      ${clockJoins()}
      left join unit_name un on un.unit_id = r.unit_id and un.valid @> c.reference_day
      left join unit_parent up on up.unit_id = r.unit_id and up.valid @> c.reference_day
      left join unit_name pn on pn.unit_id = up.parent_id and pn.valid @> c.reference_day
      order by r.state_since ${way}, r.id ${way}`,
  );
  const [counts] = await rowsOf(
    db,
    sql<{ todo: number; waiting: number; total: number; mine: number; next: number | null; blind: number | null }>`
      ${withMyAnswers(ctx)}
      select count(*) filter (where ${STATES.todo}) as todo, count(*) filter (where ${STATES.waiting}) as waiting,
        count(*) filter (where ${STATES[tab]}) as total, ${mineToReview(ctx)}
      from registration r
      where (r.state in ('self_assessed', 'proposed') or ${tab === 'done' ? STATES.done : sql`false`}) and ${sql.join(where, sql` and `)}`,
  );
  const lines = rows.slice(0, QUEUE_PAGE);
  const last = lines.at(-1);
  return {
    lines,
    ...(counts
      ? { todo: counts.todo, waiting: counts.waiting, total: counts.total }
      : { todo: 0, waiting: 0, total: 0 }),
    reviews: { count: counts?.mine ?? 0, next: counts?.next ?? null, blind: counts?.blind ?? null },
    next: rows.length > QUEUE_PAGE && last ? placeOf(last.sinceText, last.id) : null,
  };
}

/** The registration that follows a place in the queue, or the one that has waited longest; none when the queue is empty. */
export async function nextInQueue(db: ReadDb, ctx: Context, after: string | undefined): Promise<number | undefined> {
  const place = readPlace(after);
  const beyond = place ? sql`(r.state_since, r.id) > (${place.since}::timestamptz, ${place.id})` : sql`null::boolean`;
  const [row] = await rowsOf(
    db,
    sql<{
      id: number;
    }>`${withMyAnswers(ctx)} select r.id from registration r where ${STATES.todo} and ${answeredByMe(ctx)}
      order by ${beyond} desc, r.state_since, r.id limit 1`,
  );
  return row?.id;
}
