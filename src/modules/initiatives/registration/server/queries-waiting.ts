import { type RawBuilder, sql } from 'kysely';
import { daysLeft } from '#modules/organisations/calendar/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { type Duty, type DutyKind, NAMED, weekEnd } from '#modules/people/duty/rules.ts';
import { dutyOf, type LineSource, linesIn } from '#modules/people/duty/server/queries.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { bodyUnits } from '../policy-answers.ts';
import { withAnswers } from './queries-answers.ts';

/** One thing that waits; a draft has no registration yet. */
export interface WaitingRow {
  kind: DutyKind;
  registration_id: number | null;
  draft_id: number | null;
  cycle_id: number | null;
  level: Level | null;
  due_on: string | null;
  since: Date;
}

/**
 * What one module finds waiting: a query, in which `answer` is the table of what this person's bodies answer for
 * (`answeredIn(ANSWER)`), and where each of its kinds leads: to one thing, or (`many`) to the list of them.
 */
export interface WaitingSource {
  waiting: RawBuilder<WaitingRow>;
  hrefs: Partial<Record<DutyKind, Href>>;
}
export type Href = (row: Waiting, many: boolean) => string;

/** One of the few that are named, and how many of its kind wait beside it. */
export interface Waiting {
  kind: DutyKind;
  registrationId: number | null;
  initiativeId: number | null;
  /** Of a line that is no registration, what it leads to. */
  draftId: number | null;
  cycleId: number | null;
  cycle: string | null;
  level: Level | null;
  bucket: number;
  count: number;
  dueOn: string | null;
  daysLeft: number | null;
  since: Date;
  name: string;
  registrant: string;
  unit: string;
  /** Of a line that is no registration, the place of its source. */
  source: number | null;
}

/**
 * Lines of the home page for what the sources find, in one query: up to three of a kind that fall due together are named one
 * by one, more become one line with the most urgent named in it. What is no registration (`others`) comes as whole lines.
 */
export async function dutiesAmong(
  db: ReadDb,
  ctx: Context,
  sources: readonly WaitingSource[],
  others: readonly LineSource[] = [],
): Promise<Duty[]> {
  const today = dayOf(ctx.now);
  const waiting = sql.join(
    sources.map((source) => source.waiting),
    sql` union all `,
  );
  const rows = await rowsOf(
    db,
    sql<Waiting>`
      ${withAnswers(bodyUnits(ctx.actor), today)},
      waiting as (${waiting}),
      placed as (select *, case when due_on < ${today}::date then 0 when due_on = ${today}::date then 1
        when due_on <= ${weekEnd(today)}::date then 2 else 3 end as bucket from waiting),
      ranked as (select *, count(*) over alike as count, row_number() over (alike order by due_on, since, registration_id, draft_id) as place
        from placed window alike as (partition by kind, cycle_id, level, bucket))
      select k.kind, k.registration_id as "registrationId", r.initiative_id as "initiativeId", k.draft_id as "draftId", k.cycle_id as "cycleId",
        c.code as cycle, k.level, k.bucket, k.count, k.due_on as "dueOn", ${daysLeft(sql.ref('k.due_on'), today)} as "daysLeft", k.since,
        coalesce(r.name, d.content ->> 'name', '') as name, coalesce(g.name, d.content ->> 'registrantName', '') as registrant,
        coalesce(${nameUntil(sql`coalesce(r.unit_id, (d.content ->> 'unitId')::integer)`, today)}, '') as unit,
        null::integer as source, k.place
      from ranked k
      left join registration r on r.id = k.registration_id
      left join draft d on d.id = k.draft_id
      left join registrant g on g.id = r.registrant_id
      left join cycle c on c.id = k.cycle_id
      where k.place <= ${sql.lit(NAMED)}
      union all
      select kind, null, null, id, null, null, null, 0, count, due_on, ${daysLeft(sql.ref('line.due_on'), today)}, since, coalesce(name, ''), whose, "where", source, 1
      from (${linesIn(others)}) line
      order by kind, "cycleId", level, bucket, place`,
  );
  const hrefs: WaitingSource['hrefs'] = Object.assign({}, ...sources.map((source) => source.hrefs));
  const [lines, waited] = [rows.filter((row) => row.source !== null), rows.filter((row) => row.source === null)];
  return [
    ...joined(waited).map((line) => toDuty(line, hrefs)),
    ...lines.map(({ draftId, registrant, unit, dueOn, daysLeft: days_left, source, ...line }) =>
      dutyOf(
        { ...line, id: draftId as number, whose: registrant, where: unit, due_on: dueOn, days_left },
        others[source as number],
      ),
    ),
  ];
}

/** Rows of one kind, cycle, level and moment that are too many become one line. */
function joined(rows: readonly Waiting[]): Waiting[][] {
  const lines = new Map<string, Waiting[]>();
  for (const row of rows) {
    const own = row.count > NAMED ? '' : (row.registrationId ?? `d${row.draftId}`);
    const key = [row.kind, row.cycleId, row.level, row.bucket, own].join('.');
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()];
}

function toDuty(line: readonly Waiting[], hrefs: WaitingSource['hrefs']): Duty {
  const first = line[0] as Waiting;
  const many = first.count > NAMED;
  return {
    key: [
      first.kind,
      first.cycleId,
      first.level,
      many ? first.bucket : (first.registrationId ?? `d${first.draftId}`),
    ].join('.'),
    kind: first.kind,
    count: many ? first.count : 1,
    names: line.map((row) => row.name).filter((name) => name !== ''),
    whose: many ? '' : first.registrant,
    where: many ? '' : first.unit,
    level: first.level,
    cycle: first.cycle,
    since: first.since,
    dueOn: first.dueOn,
    daysLeft: first.daysLeft,
    href: hrefs[first.kind]?.(first, many) ?? '/office',
  };
}
