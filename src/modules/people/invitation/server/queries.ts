import { sql } from 'kysely';
import type { Context, ReadDb, Scope } from '#platform/server/context.ts';
import { dayOf } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import type { Duty } from '../../account/server/queries.ts';
import { systemScope } from '../../scope/rules.ts';
import { type InvitationState, stateOf } from '../rules.ts';
import { tokenHashOf } from './store.ts';

export { mailIsOn } from '#platform/server/mail.ts';

interface Row {
  personId: number;
  fullName: string;
  duties: Duty[];
  id: number | null;
  email: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}
/** Somebody without an account, and how their last invitation stands; null when there was none. */
export interface Uninvited extends Row {
  state: InvitationState | null;
}

/** People who have no account yet, with their duties of today and their last invitation; the latest first, 200 at most. */
export async function listWithoutAccount(db: ReadDb, _scope: Scope, now: Date): Promise<Uninvited[]> {
  const day = dayOf(now);
  const rows = await rowsOf(
    db,
    sql<Row>`
    select p.id as "personId", p.full_name as "fullName", i.id, i.email, i.expires_at as "expiresAt", i.used_at as "usedAt",
      i.revoked_at as "revokedAt",
      coalesce((select json_agg(json_build_object('role', t.role, 'unit', n.name, 'registrant', r.name) order by t.id)
        from appointment t
        left join unit_name n on n.unit_id = t.unit_id and n.valid @> ${day}::date
        left join registrant r on r.id = t.registrant_id
        where t.person_id = p.id and t.valid @> ${day}::date
          and (scope_is_all() or t.unit_id = any ((select scope_administered())::integer[]))), '[]') as duties
    from person p
    left join lateral (select * from invitation where person_id = p.id order by id desc limit 1) i on true
    where not exists (select from account a where a.person_id = p.id)
      and (scope_is_all() or p.id = any ((select scope_people_whole())::integer[]))
    order by p.id desc
    limit 200`,
  );
  return rows.map((row) => ({ ...row, state: row.id === null ? null : stateOf(row, now) }));
}

/** Whom a link invites; nothing for one that is used, taken back, too old or made up. Asked by strangers. */
export async function invitedBy(ctx: Context, token: string): Promise<{ fullName: string } | undefined> {
  const row = await read({ ...ctx, scope: systemScope() }, (db) =>
    db
      .selectFrom('invitation')
      .innerJoin('person', 'person.id', 'invitation.person_id')
      .select('full_name')
      .where('token_hash', '=', tokenHashOf(token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .executeTakeFirst(),
  );
  return row && { fullName: row.full_name };
}
