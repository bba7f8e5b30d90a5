import { createHash } from 'node:crypto';
import type { Language } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import type { Act } from '#platform/server/action.ts';
import type { Actor, Context, Database, ReadDb, Scope } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { isSystem } from '../../appointment/policy.ts';
import { type Appointment, inPlaceOf, stoodFor } from '../../appointment/rules.ts';
import { type Confirmation, DEVICE_LIFE, deviceOf, isConfirmed } from '../rules.ts';
import type { Failures, Place, Way } from '../rules-lockout.ts';

declare module '#platform/server/context.ts' {
  interface Context {
    /** The session that the request came with, as `sessionId` names it. */
    readonly session?: string;
  }
}

/** Who is there, with the appointments of the day. */
export interface OpenSession {
  actor: Actor;
  username: string;
  language: Language;
  lastSeenAt: Date;
}

/** A person with the appointments of the day, as the database tells them. */
export interface OpenedRow {
  person_id: number;
  full_name: string;
  appointments: AppointmentRow[];
  bodies: number[];
}
interface SessionRow extends OpenedRow {
  username: string;
  language: Language;
  last_seen_at: Date;
}
interface AppointmentRow {
  role: Appointment['role'];
  unit_id: number;
  unit_name: string | null;
  level: Appointment['level'];
  path: string;
  registrant_id: number | null;
  sector: Appointment['sector'];
  without: { id: number; path: string }[] | null;
  kept: number[] | null;
  stands_for?: Appointment['standsFor'];
}

/** A token as it is stored: who reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What names a session and opens nothing: the hash of its token, in hexadecimal. */
export function sessionId(token: string): string {
  return tokenHash(token).toString('hex');
}

/**
 * The session that a cookie's token opens, at the price of one query; nothing for one that is unknown, over or disabled.
 * The function runs with the owner's eyes, since no scope is known yet.
 */
export async function openSession(
  database: Database,
  token: string | undefined,
  now: Date,
): Promise<OpenSession | undefined> {
  if (!token || token.length > 100) return undefined;
  database.queries++;
  const { rows } = await database.pool.query<SessionRow>({
    name: 'open_session',
    text: 'select * from open_session($1, $2)',
    values: [tokenHash(token), now],
  });
  const row = rows[0];
  if (!row) return undefined;
  return { actor: actorFrom(row), username: row.username, language: row.language, lastSeenAt: row.last_seen_at };
}

/** Who that is, as rules and policies see them. */
export function actorFrom(row: OpenedRow): Actor {
  // What is in force first: who keeps the work of a unit that has ended serves elsewhere now.
  const inForceFirst = row.appointments.toSorted((a, b) => Number(a.kept !== null) - Number(b.kept !== null));
  const appointments = inForceFirst.map((each) => ({
    role: each.role,
    unitId: each.unit_id,
    unitName: each.unit_name ?? '',
    level: each.level,
    path: each.path,
    registrantId: each.registrant_id,
    sector: each.sector,
    without: (each.without ?? []).map(({ path }) => path),
    kept: each.kept,
    ...(each.stands_for && { standsFor: each.stands_for }),
  }));
  const actor: Actor = { id: row.person_id, name: row.full_name, appointments, bodies: row.bodies };
  return stoodFor(actor).length > 0 ? { ...actor, ...placesOf(actor) } : actor;
}

/** The same person by what is theirs, and by that together with what they hold for each whom they stand for. */
function placesOf(actor: Actor): Pick<Actor, 'own' | 'inPlace'> {
  const held = actor.appointments.flatMap(({ standsFor }) => (standsFor ? [standsFor] : []));
  const of = (id: number | null) => actor.appointments.filter(({ standsFor }) => !standsFor || standsFor.id === id);
  const absent = [...new Map(held.map(({ id, name }) => [id, name]))];
  return {
    own: { ...actor, appointments: of(null) },
    inPlace: absent.map(([id, name]) => ({ ...actor, name: inPlaceOf(actor.name, name), appointments: of(id) })),
  };
}

/** The sessions of one person that are still open, newest first; `id` is what `endSession` takes. */
export async function listSessions(db: ReadDb, _scope: Scope, personId: number, now: Date) {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'created_at', 'last_seen_at', 'user_agent', 'address'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.token_hash.toString('hex'),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    device: deviceOf(row.user_agent),
    address: row.address,
  }));
}

type FailureRow = { way: string; what: string; failed_count: number; last_at: Date; closed_until: Date | null };

export function failuresFrom(rows: readonly FailureRow[]): Failures[] {
  return rows.map((row) => ({
    way: row.way as Way,
    what: row.what,
    count: row.failed_count,
    lastAt: row.last_at,
    closedUntil: row.closed_until,
  }));
}

/** The wrong tries counted at places; seen by the system alone. */
export async function failuresAt(db: ReadDb, places: readonly Place[]): Promise<Failures[]> {
  const rows = await db
    .selectFrom('sign_in_failure')
    .selectAll()
    .where((where) => where.or(places.map(({ way, what }) => where.and({ way, what }))))
    .execute();
  return failuresFrom(rows);
}

/** The name under which tries of a browser are counted, if it is one that this account has signed in with not too long ago. */
export async function knownDevice(
  db: ReadDb,
  personId: number | undefined,
  token: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (!token || token.length > 100) return undefined;
  const hash = tokenHash(token);
  const row = await db
    .selectFrom('device')
    .select('person_id')
    .where('token_hash', '=', hash)
    .where('person_id', '=', personId ?? 0)
    .where('used_at', '>', new Date(now.getTime() - DEVICE_LIFE.unused))
    .executeTakeFirst();
  return row && hash.toString('hex');
}

/** When the session of this request was last confirmed; undefined without one. */
async function confirmedAt(db: ReadDb, { session, actor }: Context): Promise<Date | null | undefined> {
  if (!session || actor.id === null) return undefined;
  const row = await db
    .selectFrom('session')
    .select('confirmed_at')
    .where('token_hash', '=', Buffer.from(session, 'hex'))
    .where('person_id', '=', actor.id)
    .executeTakeFirst();
  return row?.confirmed_at;
}

/** What a page asks at once of who is there, before a form that matters. One query. */
export async function confirmationNow(db: ReadDb, { session, actor, now }: Context): Promise<Confirmation> {
  const row = await db
    .selectFrom('session as s')
    .select(({ exists, selectFrom }) => [
      'confirmed_at',
      exists(
        selectFrom('second_factor as f')
          .select('person_id')
          .whereRef('f.person_id', '=', 's.person_id')
          .where('f.confirmed_at', 'is not', null),
      ).as('by_code'),
      exists(selectFrom('passkey as k').select('id').whereRef('k.person_id', '=', 's.person_id')).as('by_key'),
    ])
    .where('token_hash', '=', Buffer.from(session ?? '', 'hex'))
    .where('person_id', '=', actor.id ?? 0)
    .executeTakeFirst();
  const confirmed = isConfirmed(row?.confirmed_at, now);
  return { confirmed, byCode: !confirmed && row?.by_code === true, byKey: !confirmed && row?.by_key === true };
}

/** Whether who is there proved it lately. */
export async function isConfirmedNow(db: ReadDb, ctx: Context): Promise<boolean> {
  return isConfirmed(await confirmedAt(db, ctx), ctx.now);
}

/**
 * Refuses (403 `session.confirm_needed`, at the field `confirm`) an act that matters unless who is there proved it in the last
 * quarter of an hour. Commands and jobs are the machine's own.
 */
export async function mustBeConfirmed({ tx, ctx }: Act): Promise<void> {
  if (isSystem(ctx.actor) || (await isConfirmedNow(asRead(tx), ctx))) return;
  const reason = { code: 'session.confirm_needed' };
  refuse('forbidden', reason.code, { fields: { confirm: reason } });
}
