import type { Cast } from './cast.ts';

/** Somebody without an account, named by a word, and their open invitation; somebody who asks for one, and a list with another. */
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
  await cast.asOwner(
    `insert into account_request (full_name, email, unit_id, role, reason, language, created_at, expires_at)
     values ('Người xin ' || $1, $1 || '@example.vn', $2, 'registrant', 'Vì việc ' || $1, 'vi', now(), '2100-01-01')`,
    [word, unitId],
  );
  const typed = {
    name: `Người trong ${word}`,
    email: '',
    phone: '',
    unit: `Xã ${word}`,
    role: 'registrant',
    registrant: '',
    from: '',
  };
  await cast.asOwner(`insert into people_import (file, as_of, rows, created_at) values ($1, '2026-03-01', $2, now())`, [
    `ds-${word}.csv`,
    JSON.stringify([{ line: 2, typed }]),
  ]);
  return { uninvitedId, invitationId: invitation?.id ?? 0 };
}
