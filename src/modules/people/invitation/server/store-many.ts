import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { INVITATION } from '../rules.ts';
import { tokenHashOf } from './store.ts';

const DAY = 86_400_000;
export const newToken = () => randomBytes(32).toString('base64url');

export interface Invitable {
  id: number;
  name: string;
  email: string | null;
}

/** Of many people those whom who asks may invite and nobody has invited yet; held until the end of the transaction. */
export async function neverInvitedForUpdate(tx: WriteDb, ids: readonly number[], now: Date): Promise<Invitable[]> {
  const day = new Date(now.getTime() - DAY);
  const { rows } = await sql<Invitable>`
    select p.id, p.full_name as name, lower(p.email) as email from person p
    where p.id = any (${[...ids]}::integer[]) and (scope_is_all() or p.id = any ((select scope_people_whole())::integer[]))
      and not exists (select from account a where a.person_id = p.id) and not exists (select from invitation i where i.person_id = p.id)
      and (p.email is null or invitations_to(lower(p.email), ${day}::timestamptz) < ${sql.lit(INVITATION.daily)})
    order by p.id for update`.execute(tx);
  // Who waited for another press finds them invited: what a lock has held up is read again.
  const fresh = await sql<{ id: number }>`
    select p.id from person p where p.id = any (${rows.map(({ id }) => id)}::integer[])
      and not exists (select from invitation i where i.person_id = p.id)`.execute(tx);
  const left = new Set(fresh.rows.map(({ id }) => id));
  return rows.filter(({ id }) => left.has(id));
}

/** How many invitations somebody has made in a day. */
export async function madeToday(tx: WriteDb, actorId: number | null, now: Date): Promise<number> {
  const day = new Date(now.getTime() - DAY);
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from invitation where invited_by = ${actorId}::integer and created_at > ${day}`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

/** Invitations, in one statement; of those in `handed` the digest of their link. Answers their ids by person. */
export async function insertMany(
  tx: WriteDb,
  invitedBy: number | null,
  people: readonly Invitable[],
  handed: ReadonlyMap<number, string>,
  now: Date,
): Promise<Map<number, number>> {
  const rowsIn = people.map(({ id, email }) => {
    const token = handed.get(id);
    return { id, email, hash: token ? tokenHashOf(token).toString('hex') : null };
  });
  const { rows } = await sql<{ id: number; person_id: number }>`
    insert into invitation (person_id, email, token_hash, invited_by, created_at, expires_at)
    select n.id, n.email, decode(n.hash, 'hex'), ${invitedBy}::integer, ${now}, ${new Date(now.getTime() + INVITATION.life)}
    from jsonb_to_recordset(${JSON.stringify(rowsIn)}::jsonb) as n (id integer, email text, hash text)
    returning id, person_id`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row.id]));
}
