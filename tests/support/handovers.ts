import type { Cast } from './cast.ts';

/** An office of a person, and its handover to the administrator that is only proposed, told by a word. */
export async function proposedBy(cast: Cast, personId: number, word: string) {
  const [row] = await cast.asOwner<{ office: number; id: number }>(
    `insert into handover (appointment_id, role, unit_id, from_person_id, from_name, to_person_id, to_name, effective_on, note,
        state, proposed_by, proposed_by_name, proposed_at)
      select a.id, a.role, a.unit_id, p.id, 'Người giao ' || $2, t.person_id, 'Người nhận ' || $2, '2026-03-10', 'Ghi chú ' || $2,
        'proposed', p.id, 'Người giao ' || $2, '2026-03-09'
      from appointment a join person p on p.id = a.person_id, account t
      where a.person_id = $1 and t.username = 'administrator' returning appointment_id as office, id`,
    [personId, word],
  );
  return { officeId: row?.office ?? 0, handoverId: row?.id ?? 0 };
}
