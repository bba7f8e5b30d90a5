import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Registration } from '../rules.ts';
import { type Compared, compare, type EventDetails } from '../rules-return.ts';
import { PARTS, type Part } from '../schema.ts';
import { withinScope } from './queries.ts';
import { registrationColumns, toRegistration } from './store.ts';

/** A form as its reader goes through it part by part. */
export interface Sheet {
  registration: Registration;
  code: string;
  registrant: string;
  parts: Record<Part, string>;
}

const partsIn = (version: string) =>
  sql`json_build_object(${sql.join(PARTS.flatMap((part) => [sql.lit(part), sql.ref(`${version}.${part}`)]))})`;

/** The form of one registration within scope, in one query; refuses as missing what is not there. */
export async function sheetOf(db: ReadDb, ctx: Context, id: number): Promise<Sheet> {
  const [row] = await rowsOf(
    db,
    sql<Parameters<typeof toRegistration>[0] & Omit<Sheet, 'registration'>>`
      select ${registrationColumns(dayOf(ctx.now))}, i.code, g.name as registrant, ${partsIn('v')} as parts
      from registration r join unit u on u.id = r.keeper_unit_id join initiative i on i.id = r.initiative_id
        join initiative_version v on v.id = r.version_id left join registrant g on g.id = r.registrant_id
      where r.id = ${id} and r.state <> 'annulled' and ${withinScope(ctx.scope)}`,
  );
  if (!row) refuse('missing', 'refusal.missing');
  const { code, registrant, parts } = row;
  return { registration: toRegistration(row), code, registrant: registrant ?? '', parts };
}

/** What has become of a form since it was last returned. */
export interface Changes {
  initiativeId: number;
  code: string;
  name: string;
  reason: string;
  actorName: string;
  at: Date;
  /** Whether it has been sent again since. */
  sent: boolean;
  parts: Compared[];
}

/** The form that was last returned beside what stands now; refuses as missing what was never returned, or is outside the scope. */
export async function changesSince(db: ReadDb, ctx: Context, id: number): Promise<Changes> {
  type Found = Omit<Changes, 'parts'> & { details: EventDetails; was: Sheet['parts']; now: Sheet['parts'] };
  const [row] = await rowsOf(
    db,
    sql<Found>`
      select i.id as "initiativeId", i.code, r.name, e.reason, e.actor_name as "actorName", e.at, e.details,
        e.version_id <> r.version_id as sent, ${partsIn('was')} as was, ${partsIn('v')} as now
      from registration r join initiative i on i.id = r.initiative_id join initiative_version v on v.id = r.version_id
        join lateral (select e.* from registration_event e where e.registration_id = r.id and e.act = 'return' order by e.id desc limit 1) e on true
        join initiative_version was on was.id = e.version_id
      where r.id = ${id} and r.state <> 'annulled' and ${withinScope(ctx.scope)}`,
  );
  if (!row) refuse('missing', 'refusal.missing');
  const { details, was, now, ...told } = row;
  return { ...told, parts: compare(details.parts ?? {}, was, now) };
}
