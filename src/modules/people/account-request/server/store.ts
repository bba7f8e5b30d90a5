import { sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import type { WriteDb } from '#platform/server/context.ts';
import { REQUEST, type RoleAsked } from '../rules.ts';

export type RequestState = 'open' | 'approved' | 'refused' | 'expired';

export interface AccountRequest {
  id: number;
  fullName: string;
  email: string | null;
  phone: string | null;
  unitId: number;
  path: string;
  role: RoleAsked;
  registrant: string;
  state: RequestState;
  expiresAt: Date;
}

/** A request within scope, locked: of many who answer at once one goes on. */
export async function requestForUpdate(tx: WriteDb, id: number): Promise<AccountRequest | undefined> {
  const { rows } = await sql<AccountRequest>`
    select r.id, r.full_name as "fullName", r.email, r.phone, r.unit_id as "unitId", u.path_today::text as path, r.role, r.registrant,
      r.state, r.expires_at as "expiresAt"
    from account_request r join unit u on u.id = r.unit_id where r.id = ${id} for update of r`.execute(tx);
  return rows[0];
}

export interface NewRequest {
  fullName: string;
  email: string | null;
  phone: string | null;
  unitId: number;
  role: RoleAsked;
  registrant: string;
  reason: string;
  language: Language;
}

/** Keeps a request; while one of the same address at the same unit waits, it is that one that waits. */
export async function insertRequest(tx: WriteDb, asked: NewRequest, now: Date): Promise<void> {
  await tx
    .insertInto('account_request')
    .values({
      full_name: asked.fullName,
      email: asked.email,
      phone: asked.phone,
      unit_id: asked.unitId,
      role: asked.role,
      registrant: asked.registrant,
      reason: asked.reason,
      language: asked.language,
      created_at: now,
      expires_at: new Date(now.getTime() + REQUEST.life),
    })
    .onConflict((waiting) => waiting.doNothing())
    .execute();
}

export async function markDecided(
  tx: WriteDb,
  id: number,
  decided: { state: 'approved' | 'refused'; by: number | null; at: Date; answer?: string; personId?: number },
): Promise<void> {
  await tx
    .updateTable('account_request')
    .set({
      state: decided.state,
      decided_by: decided.by,
      decided_at: decided.at,
      answer: decided.answer ?? '',
      person_id: decided.personId ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Ends requests that nobody has answered in time. Answers those that have an address to be told at. */
export async function expireOld(tx: WriteDb, now: Date): Promise<{ expired: number; toTell: number[] }> {
  const rows = await tx
    .updateTable('account_request')
    .set({ state: 'expired', decided_at: now })
    .where('state', '=', 'open')
    .where('expires_at', '<=', now)
    .returning(['id', 'email'])
    .execute();
  return { expired: rows.length, toTell: rows.flatMap(({ id, email }) => (email ? [id] : [])) };
}

/** Takes out what was typed in requests that were answered a while ago; who was let in is a person by now. */
export async function emptyOld(tx: WriteDb, now: Date): Promise<number> {
  const rows = await tx
    .updateTable('account_request')
    .set({ full_name: '', email: null, phone: null, registrant: '', reason: '', answer: '', emptied_at: now })
    .where('state', '!=', 'open')
    .where('emptied_at', 'is', null)
    .where('decided_at', '<=', new Date(now.getTime() - REQUEST.kept))
    .returning('id')
    .execute();
  return rows.length;
}
