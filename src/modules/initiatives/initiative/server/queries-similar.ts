import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { answersFor, type GivenAnswer, type Similar, similarTo } from '../../similarity/server/queries.ts';
import { type InitiativeRecord, initiativeRecord } from './queries.ts';

/** A model beside those that look like it, with what its registrant answered. */
export interface SimilarPage {
  record: InitiativeRecord;
  similar: Similar[];
  answers: GivenAnswer[];
}

/** The near-duplicates of one registration within scope, by what was sent; refuses as missing what is outside. */
export async function similarPage(db: ReadDb, ctx: Context, id: number, wanted: number): Promise<SimilarPage> {
  const record = (await initiativeRecord(db, ctx, id, wanted)) ?? refuse('missing', 'refusal.missing');
  const { parts, chosen } = record;
  const similar = await similarTo(db, ctx, {
    name: parts.name,
    content: parts.content || parts.objectives,
    place: [parts.place, record.unit].filter(Boolean).join(', '),
    unitId: chosen.unitId,
    registrantName: record.registrant ?? '',
    cycleId: chosen.cycleId,
    levels: [chosen.level],
    initiativeId: record.id,
  });
  return { record, similar, answers: await answersFor(db, record.id) };
}
