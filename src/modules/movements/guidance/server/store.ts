import type { WriteDb } from '#platform/server/context.ts';

interface Given {
  cycleId: number;
  part: string;
  text: string;
  documentId?: number | undefined;
  clause: string;
}

/** Writes the words about one part; without any, they go. */
export async function writeGuidance(tx: WriteDb, given: Given): Promise<void> {
  const { cycleId, part, text } = given;
  if (text === '') {
    await tx.deleteFrom('guidance').where('cycle_id', '=', cycleId).where('part', '=', part).execute();
    return;
  }
  const words = { text, document_id: given.documentId ?? null, clause: given.clause };
  await tx
    .insertInto('guidance')
    .values({ cycle_id: cycleId, part, ...words })
    .onConflict((same) => same.columns(['cycle_id', 'part']).doUpdateSet(words))
    .execute();
}
