import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { type About, answersFor, type GivenAnswer } from '../../similarity/server/queries.ts';
import { type InitiativeRecord, initiativeRecord } from './queries.ts';

/** A model whose near-duplicates are looked for by `about`, with what its registrant answered. */
export interface SimilarPage {
  record: InitiativeRecord;
  about: About;
  answers: GivenAnswer[];
}

/** One registration within scope, with what was sent to look for its like by; refuses as missing what is outside. */
export async function similarPage(db: ReadDb, ctx: Context, id: number, wanted: number): Promise<SimilarPage> {
  const record = (await initiativeRecord(db, ctx, id, wanted)) ?? refuse('missing', 'refusal.missing');
  const { parts, chosen } = record;
  const about = {
    name: parts.name,
    content: parts.content || parts.objectives,
    place: [parts.place, record.unit].filter(Boolean).join(', '),
    unitId: chosen.unitId,
    registrantName: record.registrant ?? '',
    cycleId: chosen.cycleId,
    levels: [chosen.level],
    initiativeId: record.id,
  };
  return { record, about, answers: await answersFor(db, record.id) };
}
