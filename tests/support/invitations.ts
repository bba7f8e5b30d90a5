import type { Cast } from './cast.ts';

/** Somebody without an account, named by a word, and their open invitation. */
export async function invitedTo(
  cast: Cast,
  word: string,
  unitId: number,
): Promise<{ uninvitedId: number; invitationId: number }> {
  const [person] = await cast.asOwner<{ id: number }>(
    'insert into person (full_name, unit_id) values ($1, $2) returning id',
    [`Người được mời ${word}`, unitId],
  );
  const uninvitedId = person?.id ?? 0;
  const [invitation] = await cast.asOwner<{ id: number }>(
    `insert into invitation (person_id, created_at, expires_at) values ($1, now(), now() + interval '7 days') returning id`,
    [uninvitedId],
  );
  return { uninvitedId, invitationId: invitation?.id ?? 0 };
}
