import type { ReadDb } from '#platform/server/context.ts';
import { DraftContent, PARTS } from '../schema.ts';

/** What a registration was last sent with, as a draft's content. */
export async function versionContent(db: ReadDb, registrationId: number): Promise<DraftContent> {
  const row = await db
    .selectFrom('registration as r')
    .innerJoin('initiative_version as v', 'v.id', 'r.version_id')
    .innerJoin('registrant as g', 'g.id', 'r.registrant_id')
    .select(PARTS.map((part) => `v.${part}` as const))
    .select(['v.programmes', 'r.unit_id', 'r.subject', 'r.field_id', 'r.cycle_id', 'r.level', 'g.name as registrant'])
    .where('r.id', '=', registrationId)
    .executeTakeFirstOrThrow();
  return DraftContent.parse({
    ...Object.fromEntries(PARTS.map((part) => [part, row[part]])),
    programmes: row.programmes,
    unitId: row.unit_id,
    registrantName: row.registrant,
    subject: row.subject,
    fieldId: row.field_id,
    cycleId: row.cycle_id,
    levels: [row.level],
  });
}
