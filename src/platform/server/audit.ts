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

/** What opens a door is kept by its name only; the column tells, since the value of a secret has no shape to know it by. */
const SECRET = /pass(word|phrase)|secret|token|cookie|salt|code_?hash|one_?time|recovery|otp$/i;
/** Of these a "code" is what lets somebody in; elsewhere it is the number of a thing. */
const LETS_IN = ['account', 'setup_code', undefined];

function body(value: unknown, subjectKind: string | undefined): string | null {
  if (value === undefined || value === null) return null;
  const isSecret = (key: string) => SECRET.test(key) || (key === 'code' && LETS_IN.includes(subjectKind));
  return JSON.stringify(value, (key, inner) =>
    isSecret(key) ? '•••' : inner instanceof Uint8Array ? `${inner.length} bytes` : inner,
  );
}

/**
 * Writes one audit event, inside the caller's transaction, in one statement; a set-based act is one event with count, digest and
 * its rows. The database adds the salted digests as it is written; a job seals them into the chain a moment later. With a press
 * its answer is kept too, beside a single event by the same statement.
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
    before: body(entry.before, entry.subjectKind),
    after: body(entry.after, entry.subjectKind),
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
