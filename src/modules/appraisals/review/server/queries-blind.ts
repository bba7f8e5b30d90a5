import { sql } from 'kysely';
import { PARTS, type Part } from '#modules/initiatives/registration/schema.ts';
import { type Criterion, listCriteria } from '#modules/movements/criterion/server/queries.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Reading } from '../policy.ts';
import { redact } from '../rules-blind.ts';

interface Row {
  registration_id: number;
  cycle_id: number;
  level: string;
  subject: Criterion['subject'];
  unit_id: number;
  state: Reading['registrationState'];
  mine: Reading['mine'];
  parts: Record<Part, string>;
  names: string[];
}

/** A model as it is read blind: its texts with every name struck out, and what is asked; neither whose it is nor its number. */
export interface BlindSheet extends Pick<Reading, 'registrationState' | 'mine'> {
  reviewId: number;
  registrationId: number;
  level: string;
  subject: Criterion['subject'];
  parts: Record<Part, string>;
  criteria: Criterion[];
}

/** The one way to a model that is read blind, for who was asked to and cannot read it otherwise; two queries. */
export async function blindSheet(db: ReadDb, ctx: Context, reviewId: number): Promise<BlindSheet | undefined> {
  const [row] = await rowsOf(db, sql<Row>`select * from blind_sheet(${reviewId}, ${dayOf(ctx.now)}::date)`);
  if (!row) return undefined;
  const struck = PARTS.map((part) => [part, redact(row.parts[part] ?? '', row.names)]);
  return {
    reviewId,
    registrationId: row.registration_id,
    registrationState: row.state,
    mine: row.mine,
    level: row.level,
    subject: row.subject,
    parts: Object.fromEntries(struck) as Record<Part, string>,
    criteria: await listCriteria(db, row.cycle_id, { subject: row.subject, unitId: row.unit_id }),
  };
}

/** What waits for the reader to be read blind, by the ids of the reviews. */
export async function blindWaiting(db: ReadDb): Promise<number[]> {
  const [row] = await rowsOf(db, sql<{ ids: number[] }>`select blind_waiting() as ids`);
  return row?.ids ?? [];
}
