import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, WriteDb } from './context.ts';

/** What an act did to what: ids, the unit it belongs to, and its body before and after. */
export interface AuditEntry {
  subjectKind?: string;
  subjectId?: number;
  unitId?: number;
  before?: unknown;
  after?: unknown;
  /** Ids of the rows that a set-based act touched. */
  rows?: readonly number[];
}

/** One press of a form by one person, and what it was answered. */
export interface Press {
  actorId: number;
  act: string;
  key: string;
  answer: unknown;
}

/** The statement that keeps what a press was answered. */
export const answered = (tx: WriteDb, { actorId, act, key, answer }: Press) =>
  tx
    .updateTable('idempotency_key')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('actor_id', '=', actorId)
    .where('act', '=', act)
    .where('key', '=', key);

const MASKED = /password|secret|token|code_hash|^code$/i;

function body(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return JSON.stringify(value, (key, inner) =>
    MASKED.test(key) ? '•••' : inner instanceof Uint8Array ? `${inner.length} bytes` : inner,
  );
}

/**
 * Writes one audit event, inside the caller's transaction; a set-based act is one event with count, digest and its rows.
 * With a press its answer is kept too, beside a single event by the same statement.
 */
export async function recordAudit(
  tx: WriteDb,
  ctx: Context,
  act: string,
  entry: AuditEntry,
  press?: Press,
): Promise<void> {
  const rows = entry.rows ? [...entry.rows].sort((a, b) => a - b) : undefined;
  const writing = press && !rows ? tx.with('answered', () => answered(tx, press)) : tx;
  const event = writing.insertInto('audit_event').values({
    at: ctx.now,
    actor_id: ctx.actor.id,
    actor_name: ctx.actor.name,
    act,
    subject_kind: entry.subjectKind ?? null,
    subject_id: entry.subjectId ?? null,
    unit_id: entry.unitId ?? null,
    before: body(entry.before),
    after: body(entry.after),
    row_count: rows?.length ?? 1,
    rows_digest: rows ? createHash('sha256').update(rows.join(',')).digest('hex') : null,
    request_id: ctx.requestId,
  });
  if (!rows) {
    await event.execute();
    return;
  }
  // What changes a row can stand only at the top of a statement.
  if (press) await answered(tx, press).execute();
  await sql`with event as (${event.returning('id')})
    insert into audit_row (event_id, subject_id) select event.id, unnest(${rows}::bigint[]) from event`.execute(tx);
}
