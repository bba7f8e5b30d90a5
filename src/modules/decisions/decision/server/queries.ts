import { type RawBuilder, sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import { bodyUnits } from '#modules/initiatives/registration/policy-answers.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { ANSWER, answeredIn, withAnswers } from '#modules/initiatives/registration/server/queries-answers.ts';
import { daysLeft } from '#modules/organisations/calendar/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Duty, NAMED } from '#modules/people/duty/rules.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb, type Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { DecisionFilter } from '../schema.ts';

/** A decision with what it has recognised, as far as the reader's scope goes. */
export interface DecisionLine {
  id: number;
  number: string;
  decidedOn: string;
  signer: string;
  signerPost: string;
  unitId: number;
  unit: string;
  level: Level;
  cycleId: number;
  cycle: string;
  /** What its models are named as; null: not said. */
  titleGroup: { nameVi: string; nameEn: string } | null;
  count: number;
  published: number;
  publishedAt: Date | null;
  createdAt: Date;
  /** False when the paper is another unit's, and only the reader's own rows of its annex are seen. */
  whole: boolean;
}

export interface DecisionPage {
  lines: DecisionLine[];
  total: number;
  next: number | null;
}

const DECISION_PAGE = 50;

const columns = sql`d.id, d.number, d.decided_on as "decidedOn", d.signer, d.signer_post as "signerPost", d.unit_id as "unitId", coalesce(n.name, later.name) as unit,
  d.level, d.cycle_id as "cycleId", c.code as cycle, d.published_at as "publishedAt", d.created_at as "createdAt",
  (scope_is_all() or d.unit_id in (select unnest(scope_units()))) as whole,
  (select json_build_object('nameVi', g.name_vi, 'nameEn', g.name_en) from title_group g where g.id = d.title_group_id) as "titleGroup",
  annex.count, annex.published`;

const sources = (scope: Scope) => sql`join cycle c on c.id = d.cycle_id
  left join unit_name n on n.unit_id = d.unit_id and n.valid @> d.decided_on
  left join unit_name later on later.unit_id = d.unit_id and later.valid @> c.reference_day
  cross join lateral (select count(*) as count, count(r.published_at) as published from registration r
    where r.recognised_by = d.id and r.state <> 'annulled' and ${withinScope(scope)}) annex`;

/**
 * A decision is seen by its own unit and those above it, and by whoever a row of its annex belongs to. They are found by their ids:
 * row security, which looks into a decision's annex, is then asked of these alone and not of every decision that there is.
 */
const seen = (scope: Scope): RawBuilder<boolean> =>
  scope.all
    ? sql<boolean>`true`
    : sql<boolean>`d.id = any ((select case when scope_is_everywhere() then array(select each.id from decision each) else array(
        select own.id from decision own where own.unit_id = any ((select scope_units())::integer[])
        union select r.recognised_by from registration r where r.recognised_by is not null and ${withinScope(scope)}) end)::integer[])`;

/** Decisions within scope, latest first, 50 a page by keyset; one query. */
export async function listDecisions(db: ReadDb, ctx: Context, filter: DecisionFilter): Promise<DecisionPage> {
  const where = [sql<boolean>`d.kind = 'recognition'`, seen(ctx.scope)];
  if (filter.cycle) where.push(sql`d.cycle_id = ${filter.cycle}`);
  if (filter.level) where.push(sql`d.level = ${filter.level}`);
  if (filter.q) where.push(sql`position(lower(${filter.q}) in lower(d.number || ' ' || d.signer)) > 0`);
  const from = filter.after
    ? sql`where (d.decided_on, d.id) < (select last.decided_on, last.id from decision last where last.id = ${filter.after})`
    : sql``;
  const rows = await rowsOf(
    db,
    sql<{ total: number } & (DecisionLine | { id: null })>`
      with seen as materialized (select d.* from decision d where ${sql.join(where, sql` and `)})
      select said.total, line.* from (select count(*) as total from seen) said left join (
        select ${columns} from (select d.* from seen d ${from} order by d.decided_on desc, d.id desc limit ${sql.lit(DECISION_PAGE + 1)}) d
          ${sources(ctx.scope)}) line on true
      order by line."decidedOn" desc, line.id desc`,
  );
  // Where the page is empty, one row says the total alone.
  const found = rows.filter((row) => row.id !== null);
  const lines = found.slice(0, DECISION_PAGE).map(({ total: _total, ...line }) => line);
  return {
    lines,
    total: rows[0]?.total ?? 0,
    next: found.length > DECISION_PAGE ? (lines.at(-1)?.id ?? null) : null,
  };
}

/** One decision within scope, by id. */
export async function decisionById(db: ReadDb, ctx: Context, id: number): Promise<DecisionLine | undefined> {
  const [row] = await rowsOf(
    db,
    sql<DecisionLine>`select ${columns} from decision d ${sources(ctx.scope)} where d.id = ${id} and ${seen(ctx.scope)}`,
  );
  return row;
}

/** The decision that an address names, or a refusal (404). */
export async function decisionPage(db: ReadDb, ctx: Context, address: string): Promise<DecisionLine> {
  return (await decisionById(db, ctx, idOf(address))) ?? refuse('missing', 'refusal.missing');
}

/** What waits for a decision of one body: proposed registrations of one cycle and level. */
export interface WaitingForDecision {
  unitId: number;
  unit: string;
  cycleId: number;
  cycle: string;
  level: Level;
  count: number;
  /** The earliest of them, and the working days to it. */
  dueOn: string;
  daysLeft: number | null;
  since: Date;
  /** The few that have waited longest. */
  names: string[];
}

/** What waits for a decision where this person serves, by cycle, level and unit; one query. */
export async function waitingForDecision(db: ReadDb, ctx: Context): Promise<WaitingForDecision[]> {
  const units = bodyUnits(ctx.actor);
  if (units.length === 0) return [];
  const today = dayOf(ctx.now);
  return rowsOf(
    db,
    sql<WaitingForDecision>`
      ${withAnswers(units, today)}, proposed as materialized (
        select r.id, r.keeper_unit_id, r.cycle_id, r.level, r.name, r.state_since, ${dueOn()} as due_on
        from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level ${clockJoins()} where r.state = 'proposed' and ${answeredIn(ANSWER)} and ${withinScope(ctx.scope)}),
      waiting as (
        select answer.unit_id, p.cycle_id, p.level, p.name, p.state_since, p.due_on,
          row_number() over (partition by answer.unit_id, p.cycle_id, p.level order by p.state_since, p.id) as place
        from proposed p join answer on answer.keeper_unit_id = p.keeper_unit_id and answer.level = p.level)
      select w.unit_id as "unitId", n.name as unit, w.cycle_id as "cycleId", c.code as cycle, w.level, count(*) as count,
        min(w.due_on) as "dueOn", ${daysLeft(sql`min(w.due_on)`, today)} as "daysLeft", min(w.state_since) as since,
        array_agg(w.name order by w.place) filter (where w.place <= ${sql.lit(NAMED)}) as names
      from waiting w
      join cycle c on c.id = w.cycle_id
      left join unit_name n on n.unit_id = w.unit_id and n.valid @> ${today}::date
      group by w.unit_id, n.name, w.cycle_id, c.code, w.level
      order by min(w.due_on), w.cycle_id, w.level, w.unit_id`,
  );
}

/** Where the form for one group stands. */
export function newDecisionHref(group: { cycleId: number; level: Level; unitId: number }): string {
  return `/office/decisions/new?cycle=${group.cycleId}&level=${group.level}&unit=${group.unitId}`;
}

/** One line for each cycle and level in which this person's body has a decision to take; one query. */
export async function dutiesOf(db: ReadDb, ctx: Context): Promise<Duty[]> {
  const groups = await waitingForDecision(db, ctx);
  return groups.map((group) => ({
    key: `decide.${group.cycleId}.${group.level}.${group.unitId}`,
    kind: 'decide',
    count: group.count,
    names: group.names,
    whose: '',
    where: group.unit,
    level: group.level,
    cycle: group.cycle,
    since: group.since,
    dueOn: group.dueOn,
    daysLeft: group.daysLeft,
    href: newDecisionHref(group),
  }));
}
