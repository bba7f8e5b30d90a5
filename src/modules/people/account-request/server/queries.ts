import { sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { mayManagePeople } from '../../account/policy.ts';
import { type Duty, NAMED } from '../../duty/rules.ts';
import type { RoleAsked } from '../rules.ts';

export interface OpenRequest {
  id: number;
  fullName: string;
  email: string | null;
  phone: string | null;
  unit: string;
  role: RoleAsked;
  registrant: string;
  reason: string;
  createdAt: Date;
  expiresAt: Date;
}

const MOST = 200;

/** Requests that wait for an answer, of units under those where the session administers people; the oldest first, 200 at most. */
export async function openRequests(db: ReadDb, { now }: Context): Promise<OpenRequest[]> {
  return rowsOf(
    db,
    sql<OpenRequest>`
      select r.id, r.full_name as "fullName", r.email, r.phone, coalesce(n.name, '') as unit, r.role, r.registrant, r.reason,
        r.created_at as "createdAt", r.expires_at as "expiresAt"
      from account_request r left join unit_name n on n.unit_id = r.unit_id and n.valid @> ${dayOf(now)}::date
      where r.state = 'open' and r.expires_at > ${now} order by r.id limit ${MOST}`,
  );
}

/**
 * What waits for this person: of who administers people what is asked for under their units, of an administrator what nobody
 * else is there for. One query, for these two only.
 */
export async function dutiesOf(db: ReadDb, ctx: Context): Promise<Duty[]> {
  if (mayManagePeople(ctx.actor) !== true) return [];
  const today = dayOf(ctx.now);
  const rows = await rowsOf(
    db,
    sql<{ id: number; name: string; unit: string; since: Date; until: Date; count: number }>`
      select r.id, r.full_name as name, coalesce(n.name, '') as unit, r.created_at as since, r.expires_at as until, count(*) over () as count
      from account_request r left join unit_name n on n.unit_id = r.unit_id and n.valid @> ${today}::date
      where r.state = 'open' and r.expires_at > ${ctx.now} and (not scope_is_all() or not is_administered_above(r.unit_id, ${today}::date))
      order by r.id limit ${sql.lit(NAMED)}`,
  );
  const duty = (row: (typeof rows)[number]) => ({
    kind: 'decide_request' as const,
    whose: '',
    level: null,
    cycle: null,
    since: row.since,
    dueOn: dayOf(row.until),
    daysLeft: null,
    href: '/office/people/requests',
  });
  const [first] = rows;
  if (first && first.count > NAMED)
    return [
      { ...duty(first), key: 'decide_request', count: first.count, names: rows.map(({ name }) => name), where: '' },
    ];
  return rows.map((row) => ({
    ...duty(row),
    key: `decide_request.${row.id}`,
    count: 1,
    names: [row.name],
    where: row.unit,
    href: `/office/people/requests#request-${row.id}`,
  }));
}

/** What to write to who has asked; nothing once the request is emptied, or was answered with an invitation. */
export async function answerOf(
  ctx: Context,
  id: number,
): Promise<{ email: string; fullName: string; answer: string; language: Language; state: string } | undefined> {
  const row = await read(ctx, (db) =>
    db
      .selectFrom('account_request')
      .select(['email', 'full_name', 'answer', 'language', 'state'])
      .where('id', '=', id)
      .where('state', 'in', ['refused', 'expired'])
      .executeTakeFirst(),
  );
  if (!row?.email) return undefined;
  const { email, answer, state } = row;
  return { email, fullName: row.full_name, answer, language: row.language as Language, state };
}
