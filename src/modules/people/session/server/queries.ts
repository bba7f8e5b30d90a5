import { createHash } from 'node:crypto';
import type { Language } from '#platform/i18n.ts';
import type { Actor, ReadDb, Scope } from '#platform/server/context.ts';
import type { Database } from '#platform/server/db.ts';
import type { Appointment } from '../../appointment/rules.ts';
import { deviceOf, type Failures } from '../rules.ts';

/** Who is there, with the appointments of the day. */
export interface OpenSession {
  actor: Actor;
  username: string;
  language: Language;
  lastSeenAt: Date;
}

interface SessionRow {
  person_id: number;
  full_name: string;
  username: string;
  language: Language;
  last_seen_at: Date;
  appointments: AppointmentRow[];
}
interface AppointmentRow {
  role: Appointment['role'];
  unit_id: number;
  unit_name: string | null;
  level: Appointment['level'];
  path: string;
  registrant_id: number | null;
  without: { id: number; path: string }[] | null;
  kept: number[] | null;
}

/** A token as it is stored: who reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
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
  const appointments = row.appointments.map((each) => ({
    role: each.role,
    unitId: each.unit_id,
    unitName: each.unit_name ?? '',
    level: each.level,
    path: each.path,
    registrantId: each.registrant_id,
    without: (each.without ?? []).map(({ path }) => path),
    kept: each.kept,
  }));
  const actor = { id: row.person_id, name: row.full_name, appointments };
  return { actor, username: row.username, language: row.language, lastSeenAt: row.last_seen_at };
}

/** The sessions of one person that are still open, newest first; `id` is what `endSession` takes. */
export async function listSessions(db: ReadDb, _scope: Scope, personId: number, now: Date) {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'created_at', 'last_seen_at', 'user_agent'])
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
  }));
}

/** The wrong passwords counted for a typed name; seen by the system alone. */
export async function failuresOf(db: ReadDb, username: string): Promise<Failures | undefined> {
  const row = await db.selectFrom('sign_in_failure').selectAll().where('username', '=', username).executeTakeFirst();
  return row && { count: row.failed_count, lastAt: row.last_at, lockedUntil: row.locked_until };
}
