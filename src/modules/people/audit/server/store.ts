import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { write } from '#platform/server/db.ts';

/** An event to be emptied. */
export interface FullEvent {
  id: number;
  act: string;
  unitId: number | null;
  emptied: boolean;
}

/** An event within scope; not locked, since nothing but its emptying can change it, and that waits for its row by itself. */
export async function eventToEmpty(tx: WriteDb, id: number): Promise<FullEvent | undefined> {
  const { rows } = await sql<FullEvent>`
    select id, act, unit_id as "unitId", salt is null as emptied from audit_event where id = ${id}`.execute(tx);
  return rows[0];
}

/** Takes the body and the salt out of an event whose anonymising is recorded already; false if somebody was faster. */
export async function emptyEvent(tx: WriteDb, id: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select empty_audit_event(${id}) as done`.execute(tx);
  return rows[0]?.done === true;
}

/**
 * Seals what was written by transactions that are over, in their order, and answers how many events. No act, and so no event of
 * its own: sealing would then never come to an end.
 */
export function sealAudit(ctx: Context): Promise<number> {
  return write(ctx, async (tx) => {
    const { rows } = await sql<{ sealed: number }>`select seal_audit(${ctx.now}) as sealed`.execute(tx);
    return rows[0]?.sealed ?? 0;
  });
}
