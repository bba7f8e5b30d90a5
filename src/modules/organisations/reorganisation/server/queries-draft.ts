import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Plan } from '../rules.ts';
import type { DraftFound, DraftSource } from '../schema-draft.ts';

export interface DraftLine {
  id: number;
  resolution: string;
  issuedOn: string | null;
  effectiveOn: string;
  ownerName: string;
  createdAt: Date;
  /** The act that it has become, if anybody has applied it. */
  appliedAs: number | null;
}

export interface ReorganisationDraft extends DraftLine {
  source: DraftSource;
  found: DraftFound;
  plan: Plan;
}

const LINE = sql`d.id, d.resolution, d.issued_on as "issuedOn", d.effective_on as "effectiveOn", p.full_name as "ownerName", d.created_at as "createdAt",
  (select max(r.id) from reorganisation r where r.state = 'applied' and r.resolution = d.resolution and r.effective_on = d.effective_on
    and r.plan = d.plan and r.applied_at >= d.created_at) as "appliedAs"`;

/** Acts that were previewed and are not applied yet, the newest first. One query. */
export async function listReorganisationDrafts(db: ReadDb): Promise<DraftLine[]> {
  const rows = await rowsOf(
    db,
    sql<DraftLine>`select ${LINE} from reorganisation_draft d join person p on p.id = d.owner_id order by d.id desc limit 50`,
  );
  return rows.filter(({ appliedAs }) => appliedAs === null);
}

/** One of them whole; its day is the column's, whatever the plan says. */
export async function reorganisationDraftById(db: ReadDb, id: number): Promise<ReorganisationDraft | undefined> {
  const [row] = await rowsOf(
    db,
    sql<ReorganisationDraft>`
      select ${LINE}, d.source, d.found, d.plan from reorganisation_draft d join person p on p.id = d.owner_id where d.id = ${id}`,
  );
  return row && { ...row, plan: { ...row.plan, effectiveOn: row.effectiveOn } };
}
