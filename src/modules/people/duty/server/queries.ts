import { type RawBuilder, sql } from 'kysely';
import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
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
}

/** What waits and is no registration: a query that answers whole lines, and where each of its kinds leads. */
export interface LineSource {
  lines: RawBuilder<LineRow>;
  href(line: LineRow): string;
}

/** Lines of the home page for what the sources find, in one query; none without a source. */
export async function dutiesInLines(db: ReadDb, sources: readonly LineSource[]): Promise<Duty[]> {
  if (sources.length === 0) return [];
  const found = sources.map(
    ({ lines }, source) => sql`select ${sql.lit(source)} as source, line.* from (${lines}) line`,
  );
  const rows = await rowsOf(db, sql<LineRow & { source: number }>`${sql.join(found, sql` union all `)}`);
  return rows.map(({ source, id, name, due_on, ...line }) => ({
    ...line,
    key: `${line.kind}.${id}`,
    names: name ? [name] : [],
    level: null,
    cycle: null,
    dueOn: due_on,
    href: sources[source]?.href({ ...line, id, name, due_on }) ?? '/office',
  }));
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
