import { type RawBuilder, sql } from 'kysely';
import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { decidesHandovers } from '../../handover/policy.ts';
import type { Duty, DutyKind } from '../rules.ts';

/** One line as a query finds it: `id` is what it leads to, `name` the thing itself where one is named. */
export interface LineRow {
  kind: DutyKind;
  id: number;
  count: number;
  name: string | null;
  whose: string;
  where: string;
  since: Date;
  due_on: string | null;
  days_left?: number | null;
}

/** What waits and is no registration: a query that answers whole lines, and where each of its kinds leads. */
export interface LineSource {
  lines: RawBuilder<LineRow>;
  href(line: LineRow): string;
}

/** What several sources find as one table, each row with the place of its source; without a source an empty one. */
export function linesIn(sources: readonly LineSource[]): RawBuilder<LineRow & { source: number }> {
  const none = sql`select ''::text as kind, 0 as id, 0::bigint as count, ''::text as name, ''::text as whose, ''::text as where,
    null::timestamptz as since, null::date as due_on, 0 as source where false`;
  const found = sources.map(({ lines }, at) => sql`select line.*, ${sql.lit(at)} from (${lines}) line`);
  return sql`${sql.join([none, ...found], sql` union all `)}`;
}

/** A row of theirs as a line of the home page. */
export function dutyOf(line: LineRow, source: LineSource | undefined): Duty {
  const { kind, id, count, name, whose, where, since, due_on: dueOn, days_left: daysLeft = null } = line;
  const href = source?.href(line) ?? '/office';
  return {
    key: `${kind}.${id}`,
    kind,
    count,
    names: name ? [name] : [],
    whose,
    where,
    level: null,
    cycle: null,
    since,
    dueOn,
    daysLeft,
    href,
  };
}

/** What waits for a person among people: offices to hand over or to take over, and duties at new units to approve. */
export function waitingLines(ctx: Context): LineSource[] {
  const sources = [handedOver(ctx)];
  if (decidesHandovers(ctx.actor)) sources.push(HANDOVERS);
  if (mayReorganise(ctx.actor) === true) sources.push(proposals(ctx));
  return sources;
}

const UNIT = sql`(select name from unit_name n where n.unit_id = h.unit_id order by n.valid desc limit 1)`;
const toHandover = ({ id }: LineRow) => `/office/handovers/${id}`;

/** A week to read what one has taken over. */
const handedOver = ({ actor }: Context): LineSource => ({
  lines: sql<LineRow>`
    select 'receive_handover' as kind, h.id, 1 as count, h.from_name as name, '' as whose, ${UNIT} as where, h.decided_at as since,
      (h.decided_at at time zone 'Asia/Ho_Chi_Minh')::date + 7 as due_on
    from handover h where h.to_person_id = ${actor.id}::integer and h.state = 'done' and h.received_at is null`,
  href: toHandover,
});

const HANDOVERS: LineSource = {
  lines: sql<LineRow>`
    select 'hand_over', h.id, 1, h.from_name, h.to_name, ${UNIT}, h.proposed_at, h.effective_on from handover h where h.state = 'proposed'`,
  href: toHandover,
};

/** Due on the day of the act, at the soonest on the day on which it was applied. */
const proposals = (ctx: Context): LineSource => ({
  lines: sql<LineRow>`
    select 'approve_appointments', r.id, count(*), null, '', r.resolution, r.applied_at,
      greatest(r.effective_on, (r.applied_at at time zone 'Asia/Ho_Chi_Minh')::date)
    from appointment_proposal p join reorganisation r on r.id = p.reorganisation_id
    where p.state = 'proposed' and r.state = 'applied' and r.effective_on <= ${dayOf(ctx.now)}::date + 30 group by r.id`,
  href: ({ id }) => `/office/reorganisations/${id}`,
});
