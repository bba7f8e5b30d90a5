import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import type { Registration, State, Subject, Transition } from '../rules.ts';
import type { EventDetails } from '../rules-return.ts';
import { withinScope } from './queries.ts';

interface Row {
  id: number;
  initiative_id: number;
  version_id: number;
  cycle_id: number;
  level: Level;
  unit_id: number;
  keeper_unit_id: number;
  keeper_path: string;
  responsible_unit_id: number;
  registrant_id: number;
  sector_id: number | null;
  field_id: number;
  subject: Subject;
  state: State;
  submitted_on: string | null;
  carried_out_on: string | null;
  recognised_by: number | null;
  name: string;
  version: number;
}

const heightOf = (level: string) => sql`array_position(array['commune', 'district', 'province'], ${sql.ref(level)})`;

/** Columns of a registration with its place in the tree; `day` decides which kind of unit stands where. A path holds ids. */
export const registrationColumns = (day: string) => sql`
  r.id, r.initiative_id, r.version_id, r.cycle_id, r.level, r.unit_id, r.keeper_unit_id, u.path_today::text as keeper_path,
  (select a.id from unnest(string_to_array(u.path_today::text, '.')::integer[]) with ordinality a (id, depth)
    where (select ${heightOf('t.level')} from unit_kind k join unit_kind_type t on t.kind = k.kind where k.unit_id = a.id and k.valid @> ${day}::date)
      >= ${heightOf('r.level')}
    order by a.depth desc limit 1) as responsible_unit_id,
  r.registrant_id, r.sector_id, r.field_id, r.subject, r.state, r.submitted_on, r.carried_out_on, r.recognised_by, r.name, r.version`;

export const toRegistration = (row: Row): Registration => ({
  id: row.id,
  initiativeId: row.initiative_id,
  versionId: row.version_id,
  cycleId: row.cycle_id,
  level: row.level,
  unitId: row.unit_id,
  keeperUnitId: row.keeper_unit_id,
  keeperPath: row.keeper_path,
  responsibleUnitId: row.responsible_unit_id,
  registrantId: row.registrant_id,
  sectorId: row.sector_id,
  fieldId: row.field_id,
  subject: row.subject,
  state: row.state,
  submittedOn: row.submitted_on,
  carriedOutOn: row.carried_out_on,
  recognisedBy: row.recognised_by,
  name: row.name,
  version: row.version,
});

/** Registrations by id within scope, locked in the order of their ids; what is outside the scope is not there. */
export async function registrationsForUpdate(
  tx: WriteDb,
  ids: readonly number[],
  ctx: Context,
): Promise<Registration[]> {
  const { rows } = await sql<Row>`
    select ${registrationColumns(dayOf(ctx.now))} from registration r join unit u on u.id = r.keeper_unit_id
    where r.id = any (${ids}::integer[]) and r.state <> 'annulled' and ${withinScope(ctx.scope)} order by r.id for update of r`.execute(
    tx,
  );
  return rows.map(toRegistration);
}

/** One registration by id within scope, locked. */
export async function registrationForUpdate(tx: WriteDb, id: number, ctx: Context): Promise<Registration | undefined> {
  return (await registrationsForUpdate(tx, [id], ctx))[0];
}

/**
 * Writes what `move` decided, for one or many at once, and the events of it: two statements whatever the number. `reason` is
 * everyone's, or each one's own by its id; `details` are everyone's. A return keeps which form it sends back.
 */
export async function saveMoved(
  tx: WriteDb,
  ctx: Context,
  moved: readonly Registration[],
  act: Transition | 'fill_in' | 'restore',
  reason: string | ReadonlyMap<number, string> = '',
  details: EventDetails = {},
): Promise<void> {
  const reasonOf = (id: number) => (typeof reason === 'string' ? reason : (reason.get(id) ?? ''));
  const changes = moved.map((each) => ({
    reason: reasonOf(each.id),
    id: each.id,
    state: each.state,
    submitted_on: each.submittedOn,
    carried_out_on: each.carriedOutOn,
    recognised_by: each.recognisedBy,
    version_id: each.versionId,
  }));
  await sql`
    update registration r set state = c.state, submitted_on = c.submitted_on, carried_out_on = c.carried_out_on,
      recognised_by = c.recognised_by, version_id = c.version_id, version = r.version + 1, state_since = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c (id integer, state text, submitted_on date, carried_out_on date, recognised_by integer, version_id integer)
    where r.id = c.id`.execute(tx);
  await sql`
    insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at, details, version_id)
    select c.id, ${act}, c.state, c.reason, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now}, ${JSON.stringify(details)}::jsonb,
      ${act === 'return' ? sql`c.version_id` : sql`null`}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (id integer, state text, reason text, version_id integer)`.execute(
    tx,
  );
}
