import { sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import type { Named } from '#modules/movements/field/rules.ts';
import { daysLeft } from '#modules/organisations/calendar/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { nameUntil, type UnitToday, unitToday } from '#modules/organisations/unit/server/queries-names.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { type Registration, STATES, type State, type Subject } from '../../registration/rules.ts';
import type { EventDetails } from '../../registration/rules-return.ts';
import { PARTS, type Part } from '../../registration/schema.ts';
import { withinScope } from '../../registration/server/queries.ts';
import { PLACE_NAMES } from '../../registration/server/queries-names.ts';
import { registrationColumns, toRegistration } from '../../registration/server/store.ts';

/** A model with everything a record page shows. */
export interface InitiativeRecord {
  id: number;
  code: string;
  name: string;
  /** What it was called before, latest first. */
  earlierNames: string[];
  registrant: string | null;
  /** Where the chosen registration was made, and what stood above, as they were called in its year. */
  unit: string | null;
  parent: string | null;
  /** The same unit while it stands, or what has become of it. */
  unitToday: UnitToday | null;
  field: Named;
  subject: Subject;
  sector: Named | null;
  publishedAt: Date | null;
  /** How many files and photographs it has. */
  files: number;
  /** The parts that the chosen registration was last sent with. */
  parts: Record<Part, string>;
  programmes: Named[];
  registrations: RecordRegistration[];
  chosen: RecordRegistration;
  /** What happened to all of its registrations, latest first. */
  events: RecordEvent[];
  /** The reader's own drafts of its registrations. */
  drafts: { id: number; registrationId: number }[];
}

export interface RecordRegistration extends Registration {
  cycle: string;
  /** Until when it waits where it is, and the working days to that; null when it waits for nobody. */
  dueOn: string | null;
  daysLeft: number | null;
  /** How many days after its due day it was first sent; 0 in time, and where a list brought it. */
  lateDays: number;
  lateReason: string;
  /** Of a form that an office typed in from paper: when it was received, and who had signed it. */
  paper: { on: string; signedBy: string } | null;
  responsibleUnit: string | null;
  decision: { id: number; number: string; decidedOn: string; signer: string; unit: string } | null;
}

export interface RecordEvent {
  id: number;
  registrationId: number;
  level: Level;
  cycle: string;
  act: string;
  state: State;
  reason: string;
  actorName: string;
  at: Date;
  /** The number of its working day, and of today's: what lies between is time at a station. */
  workingDay: number | null;
  today: number | null;
  details: EventDetails;
  /** Of a return: the form that was sent back is known, so that what changed since can be shown. */
  compares: boolean;
}

type Extra = Omit<RecordRegistration, keyof Registration>;
type Head = Omit<InitiativeRecord, 'registrations' | 'chosen' | 'events' | 'drafts'>;

/** One model within scope: its registrations, its head, its events and the reader's drafts, in four queries. */
export async function initiativeRecord(
  db: ReadDb,
  ctx: Context,
  id: number,
  wanted = 0,
): Promise<InitiativeRecord | undefined> {
  const registrations = await registrationsOf(db, ctx, id);
  const chosen = registrations.find((each) => each.id === wanted) ?? shownFirst(registrations);
  if (!chosen) return undefined;
  const ids = registrations.map((each) => each.id);
  // Asked one after the other without waiting in between: they go and come back together.
  const [head, events, drafts] = await Promise.all([
    headOf(db, dayOf(ctx.now), id, chosen),
    eventsOf(db, ids, dayOf(ctx.now)),
    draftsOf(db, ctx, ids),
  ]);
  return head && { ...head, registrations, chosen, events, drafts };
}

/** The latest cycle's highest registration that still waits for someone; else the highest. They come lowest first. */
function shownFirst(registrations: readonly RecordRegistration[]): RecordRegistration | undefined {
  const latest = registrations.filter((each) => each.cycleId === registrations.at(-1)?.cycleId);
  return latest.findLast((each) => STATES[each.state].open) ?? latest.at(-1);
}

async function registrationsOf(db: ReadDb, ctx: Context, id: number): Promise<RecordRegistration[]> {
  const day = dayOf(ctx.now);
  const rows = await rowsOf(
    db,
    sql<Parameters<typeof toRegistration>[0] & Extra>`
      with q as materialized (select ${registrationColumns(day)}, r.state_since, r.late_days, r.late_reason, r.paper_on, r.paper_signed_by from registration r join unit u on u.id = r.keeper_unit_id
        where r.initiative_id = ${id} and r.state <> 'annulled' and ${withinScope(ctx.scope)})
      select q.*, c.code as cycle, ${dueOn('q')} as "dueOn", ${daysLeft(dueOn('q'), day)} as "daysLeft", q.late_days as "lateDays", q.late_reason as "lateReason",
        case when q.paper_on is not null then json_build_object('on', q.paper_on, 'signedBy', q.paper_signed_by) end as paper,
        (select n.name from unit_name n where n.unit_id = q.responsible_unit_id and n.valid @> ${day}::date) as "responsibleUnit",
        (select json_build_object('id', d.id, 'number', d.number, 'decidedOn', d.decided_on, 'signer', d.signer, 'unit', dn.name)
          from decision d left join unit_name dn on dn.unit_id = d.unit_id and dn.valid @> d.decided_on where d.id = q.recognised_by) as decision
      from q
      join cycle c on c.id = q.cycle_id
      join cycle_level l on l.cycle_id = q.cycle_id and l.level = q.level
      ${clockJoins('q')}
      order by c.year, array_position(array['commune', 'district', 'province'], q.level), q.id`,
  );
  return rows.map((row) => {
    const { cycle, dueOn, daysLeft, lateDays, lateReason, paper, responsibleUnit, decision } = row;
    const extra = { cycle, dueOn, daysLeft, lateDays, lateReason, paper, responsibleUnit, decision };
    return { ...toRegistration(row), ...extra };
  });
}

const namedAs = (alias: string) =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'code', ${sql.ref(`${alias}.code`)}, 'nameVi', ${sql.ref(`${alias}.name_vi`)}, 'nameEn', ${sql.ref(`${alias}.name_en`)})`;

async function headOf(db: ReadDb, day: string, id: number, chosen: Registration): Promise<Head | undefined> {
  const [head] = await rowsOf(
    db,
    sql<Head & Record<Part, string>>`
      with versions as materialized (select * from initiative_version where initiative_id = ${id})
      select i.id, i.code, i.subject, i.published_at as "publishedAt", g.name as registrant,
        array(select e.name from versions e where e.name <> v.name group by e.name order by max(e.number) desc limit 10) as "earlierNames",
        (select count(*) from attachment a where a.initiative_id = i.id and a.removed_at is null) as files, coalesce(un.name, ${nameUntil(sql.ref('r.unit_id'), day)}) as unit, pn.name as parent, ${unitToday(sql`${chosen.keeperUnitId}::integer`, day)} as "unitToday",
        ${namedAs('f')} as field, case when s.id is null then null else ${namedAs('s')} end as sector,
        ${sql.join(PARTS.map((part) => sql.ref(`v.${part}`)))},
        (select coalesce(json_agg(${namedAs('p')} order by p.position), '[]') from programme p where p.id = any (v.programmes)) as programmes
      from initiative i
      join versions v on v.id = ${chosen.versionId}
      join field f on f.id = ${chosen.fieldId}
      left join registrant g on g.id = i.registrant_id
      left join sector s on s.id = i.sector_id
      cross join (select ${chosen.unitId}::integer as unit_id) r
      join cycle c on c.id = ${chosen.cycleId}
      ${PLACE_NAMES}
      where i.id = ${id}`,
  );
  if (!head) return undefined;
  const { reason, objectives, content, place, forces, resources, outputs, sustaining, ...rest } = head;
  return {
    ...rest,
    parts: { name: rest.name, reason, objectives, content, place, forces, resources, outputs, sustaining },
  };
}

/** Asked aside, so that one plan serves however many they are: to plan these costs ten times what they cost to run. */
const anyOf = (ids: readonly number[]) => sql`any ((select ${ids}::integer[])::integer[])`;

const eventsOf = (db: ReadDb, ids: readonly number[], today: string) =>
  rowsOf(
    db,
    sql<RecordEvent>`
      select e.id, e.registration_id as "registrationId", r.level, c.code as cycle, e.act, e.state, e.reason, e.actor_name as "actorName", e.at,
        (select number from working_day where day = (e.at at time zone 'Asia/Ho_Chi_Minh')::date) as "workingDay",
        (select number from working_day where day = ${today}::date) as today, e.details, e.version_id is not null as compares
      from registration_event e join registration r on r.id = e.registration_id join cycle c on c.id = r.cycle_id
      where e.registration_id = ${anyOf(ids)} order by e.at desc, e.id desc limit 100`,
  );

const draftsOf = (db: ReadDb, ctx: Context, ids: readonly number[]) =>
  rowsOf(
    db,
    sql<InitiativeRecord['drafts'][number]>`
      select id, subject_id as "registrationId" from draft
      where owner_id = ${ctx.actor.id} and subject_id = ${anyOf(ids)} order by id`,
  );
