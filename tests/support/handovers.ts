import { dutiesOf } from '../../src/duties.ts';
import { createDraft, saveDraft } from '../../src/modules/initiatives/draft/server/actions.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { type Cast, PERSON_NAMES, type PersonName, units } from './cast.ts';
import { leadTo, send, wholeForm } from './initiatives.ts';
import { sessionContext } from './sessions.ts';

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

/** The day on which tests hand offices over. */
export const ON = '2026-03-10';

/** What tests of handovers ask of a cast, and do to it before. */
export function handing(cast: () => Cast) {
  const idOf = (person: PersonName) => PERSON_NAMES.indexOf(person) + 1;
  const appointmentOf = async (person: PersonName, unit: number) => {
    const [row] = await cast().asOwner<{ id: number }>(
      'select id from appointment where person_id = $1 and unit_id = $2',
      [idOf(person), unit],
    );
    return row?.id as number;
  };
  const secondOffice = (person: PersonName, unit: number, role = 'commune_officer') =>
    cast().asOwner(
      `insert into appointment (person_id, role, unit_id, valid) values ($1, $2, $3, '[2015-01-01,2027-01-01)')`,
      [idOf(person), role, unit],
    );
  const draft = async (ctx: Context, name: string, over: object) => {
    const { id, version } = await createDraft(ctx, {});
    await saveDraft(ctx, { id, version, ...wholeForm({ name }), ...over });
  };
  const draftNames = async (person: PersonName) =>
    (
      await cast().asOwner<{ name: string }>(
        `select content ->> 'name' as name from draft where owner_id = $1 order by 1`,
        [idOf(person)],
      )
    ).map(({ name }) => name);
  const kinds = async (ctx: Context) => (await dutiesOf(ctx)).map(({ kind }) => kind).sort();
  const given = (appointmentId: number, username: PersonName = 'sibling_officer', on = ON) => ({
    appointmentId,
    username,
    on,
    note: 'Sổ theo dõi và con dấu.',
  });

  /** The officer of the commune serves next door too; something of every kind waits in the commune. */
  async function busyOffice() {
    await secondOffice('commune_officer', units.sibling);
    const ids: Record<string, number> = {};
    for (const state of ['submitted', 'self_assessed', 'proposed']) {
      ids[state] = (await send(cast(), 'registrant', { name: state })).registrationIds[0] as number;
      if (state !== 'submitted') await leadTo(cast(), ids[state], state as 'proposed');
    }
    const officer = await sessionContext(cast(), 'commune_officer');
    await draft(officer, 'của xã', { unitId: units.commune });
    await draft(officer, 'của xã bên', { unitId: units.sibling });
    await draft(officer, 'chưa có nơi', { unitId: 0 });
    return { office: await appointmentOf('commune_officer', units.commune), ids };
  }
  return { idOf, appointmentOf, secondOffice, draft, draftNames, kinds, given, busyOffice };
}
