import type { ReadDb } from '#platform/server/context.ts';

/** One line of a checklist, with the document it comes from. */
export interface Criterion {
  id: number;
  subject: 'collective' | 'individual';
  code: string;
  textVi: string;
  textEn: string;
  source: string;
}

/** The criteria of a cycle, in order; for one kind of subject, or for both. */
export async function listCriteria(db: ReadDb, cycleId: number, subject?: Criterion['subject']): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('criterion')
    .select(['id', 'subject', 'code', 'text_vi', 'text_en', 'source'])
    .where('cycle_id', '=', cycleId)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject as string))
    .orderBy('subject')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject as Criterion['subject'],
    code: row.code,
    textVi: row.text_vi,
    textEn: row.text_en,
    source: row.source,
  }));
}
