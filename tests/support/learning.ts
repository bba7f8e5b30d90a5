import type { Cast } from './cast.ts';

/** That an officer of the province asked to learn from a model, told by a word; answers its id. */
export async function learnt(cast: Cast, initiativeId: number, word: string): Promise<number> {
  const [row] = await cast.asOwner<{ id: number }>(
    `insert into learning (initiative_id, code, name, asker_unit_id, asker, wish, asked_by, asked_by_name, asked_at)
      values ($1, 'x', $2, 1, 'Tỉnh Mẫu', $2, 4, 'x', now()) returning id`,
    [initiativeId, `Muốn học ${word}`],
  );
  return row?.id ?? 0;
}
