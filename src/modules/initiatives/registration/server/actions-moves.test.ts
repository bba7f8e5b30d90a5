import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { countedIn, leadTo, registrationRow, send } from '../../../../../tests/support/initiatives.ts';
import { createDraft, saveDraft } from '../../draft/server/actions.ts';
import { draftPage } from '../../draft/server/queries-page.ts';
import { submitRegistration } from './actions.ts';
import {
  acceptRegistration,
  recallRegistration,
  returnRegistration,
  selfAssessRegistration,
  withdrawRegistration,
} from './actions-moves.ts';
import { changesSince } from './queries-return.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const counted = () => countedIn(cast);
const rowOf = (id: number) => registrationRow(cast, id);

describe('moving', () => {
  const sent = async (over = {}) => (await send(cast, 'registrant', over)).registrationIds[0] as number;

  test('returned with a reason, mended and sent again: a second version, one registration, the first day kept', async () => {
    const id = await sent();
    await returnRegistration(as('commune_officer'), { id, version: 1, reason: 'Nêu rõ số hộ.' });
    const draft = await createDraft(as('registrant'), { registrationId: id });
    expect(draft).toMatchObject({ registrationId: id, content: { reason: 'Nội dung của phần reason.' } });
    expect((await createDraft(as('registrant'), { registrationId: id })).id).toBe(draft.id);
    // Whose it is, where and at which level cannot be changed on the way.
    const change = { name: 'Tên mới', unitId: units.sibling, levels: ['province' as const], registrantName: 'Khác' };
    await saveDraft(as('registrant'), { id: draft.id, version: draft.version, ...change });
    const before = await counted();
    const receipt = await submitRegistration(as('registrant'), { id: draft.id });
    expect(receipt.registrationIds).toEqual([id]);
    expect(await counted()).toEqual(before);
    const row = await rowOf(id);
    expect(row).toMatchObject({
      state: 'submitted',
      name: 'Tên mới',
      unit_id: units.commune,
      level: 'commune',
      version: 3,
    });
    expect(row.plain_text).toMatch(/^ten moi chi hoi phu nu ap hoa binh xa dong mot tm 2026/);
    const versions = await cast.asOwner<{ number: number; name: string; sent: boolean }>(
      `select v.number, v.name, v.id = r.version_id as sent from initiative_version v join registration r using (initiative_id)
       where r.id = $1 order by 1`,
      [id],
    );
    expect(versions).toEqual([
      { number: 1, name: 'Tổ góp vốn xoay vòng mua bảo hiểm y tế', sent: false },
      { number: 2, name: 'Tên mới', sent: true },
    ]);
  });

  test('part by part: each reason stands beside its box, and sent again, what changed since is told', async () => {
    const id = await sent();
    const parts = { content: 'Nêu rõ từng việc.', forces: 'Ai chủ trì?' };
    const bare = returnRegistration(as('commune_officer'), { id, reason: ' ', parts: { ...parts, place: ' ' } });
    await expect(bare).rejects.toMatchObject({
      kind: 'invalid',
      fields: {
        why_place: { code: 'registration.part_reason.missing' },
        reason: { code: 'registration.reason.missing' },
      },
    });
    await returnRegistration(as('commune_officer'), { id, reason: 'Bổ sung hai phần.', parts });
    const changes = (person: PersonName) => read(as(person), (db) => changesSince(db, as(person), id));
    expect(await changes('registrant')).toMatchObject({ reason: 'Bổ sung hai phần.', sent: false });
    const draft = await createDraft(as('registrant'), { registrationId: id });
    const page = await read(as('registrant'), (db) => draftPage(db, as('registrant'), draft.id));
    expect(page).toMatchObject({ again: { asked: parts, was: { content: 'Nội dung của phần content.' } } });
    const mended = { content: 'Việc một, việc hai.', place: 'Ấp Hòa Lợi' };
    await saveDraft(as('registrant'), { id: draft.id, version: draft.version, ...mended });
    await submitRegistration(as('registrant'), { id: draft.id });
    const told = await changes('commune_officer');
    expect(told).toMatchObject({ sent: true, actorName: as('commune_officer').actor.name });
    expect(told.parts.map(({ part, reason, changed }) => [part, reason, changed])).toEqual([
      ['content', 'Nêu rõ từng việc.', true],
      ['forces', 'Ai chủ trì?', false],
      ['place', null, true],
    ]);
    await expect(changes('sibling_registrant')).rejects.toMatchObject({ kind: 'missing' });
  });

  test('recalled until somebody has acted on it, and then refused with the reason', async () => {
    const id = await sent();
    await acceptRegistration(as('commune_officer'), { id });
    const late = (version?: number) => recallRegistration(as('registrant'), { id, version });
    await expect(late()).rejects.toMatchObject({
      kind: 'forbidden',
      reason: { code: 'registration.why_not.state.recall' },
    });
    // Of a page that was opened before, the news comes first.
    await expect(late(1)).rejects.toMatchObject({ kind: 'conflict', reason: { code: 'registration.moved_on' } });
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', version: 2 });
  });

  test('two levels of one model sent again at once number their versions one after the other', async () => {
    const { registrationIds, initiativeId } = await send(cast, 'registrant', { levels: ['commune', 'district'] });
    const drafts = await Promise.all(
      registrationIds.map(async (id) => {
        await recallRegistration(as('registrant'), { id });
        return createDraft(as('registrant'), { registrationId: id });
      }),
    );
    await Promise.all(drafts.map((draft) => submitRegistration(as('registrant'), { id: draft.id })));
    const numbers = await cast.asOwner('select number from initiative_version where initiative_id = $1 order by 1', [
      initiativeId,
    ]);
    expect(numbers).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  test('a draft of a registration that is gone does not come back as a new model', async () => {
    const id = await sent();
    await recallRegistration(as('registrant'), { id });
    const draft = await createDraft(as('registrant'), { registrationId: id });
    await cast.asOwner(`update registration set state = 'annulled' where id = $1`, [id]);
    const before = await counted();
    await expect(submitRegistration(as('registrant'), { id: draft.id })).rejects.toMatchObject({ kind: 'missing' });
    expect(await counted()).toEqual(before);
  });

  test('withdrawn, it is in no count, and its story stays', async () => {
    const before = await counted();
    const id = await sent();
    await withdrawRegistration(as('registrant'), { id, reason: 'Không còn điều kiện làm' });
    expect(await counted()).toEqual(before);
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' });
    expect(
      await cast.asOwner('select act, reason from registration_event where registration_id = $1 order by id', [id]),
    ).toEqual([
      { act: 'submit', reason: '' },
      { act: 'withdraw', reason: 'Không còn điều kiện làm' },
    ]);
  });

  test('self-assessed, it counts as carried out', async () => {
    const id = await sent();
    await acceptRegistration(as('district_officer'), { id });
    await selfAssessRegistration(as('registrant'), { id });
    expect(await rowOf(id)).toMatchObject({ state: 'self_assessed', carried_out_on: expect.anything() });
  });

  test('who looked at an older state is told so, before anything else', async () => {
    const id = await sent();
    await acceptRegistration(as('commune_officer'), { id, version: 1 });
    const press = returnRegistration(as('commune_officer'), { id, version: 1, reason: 'Thiếu' });
    await expect(press).rejects.toMatchObject({ kind: 'conflict', reason: { code: 'registration.moved_on' } });
  });

  test('a reason is asked for beside its box', async () => {
    const press = returnRegistration(as('commune_officer'), { id: await sent(), reason: ' ' });
    await expect(press).rejects.toMatchObject({
      kind: 'invalid',
      fields: { reason: { code: 'registration.reason.missing' } },
    });
  });

  test.each([
    ['other_officer', 'missing'],
    ['other_registrant', 'missing'],
    ['sibling_officer', 'missing'],
    ['sibling_registrant', 'missing'],
    ['auditor', 'forbidden'],
    ['administrator', 'forbidden'],
    ['committee_member', 'forbidden'],
  ] as const)('%s: %s', async (person, kind) => {
    await expect(acceptRegistration(as(person), { id: await sent() })).rejects.toMatchObject({ kind });
  });

  test('an id that no integer holds is refused, not an error', async () => {
    await expect(acceptRegistration(as('commune_officer'), { id: 99_999_999_999 })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  test('text with what PostgreSQL cannot hold is cleaned', async () => {
    const id = await sent();
    await leadTo(cast, id, 'accepted');
    await returnRegistration(as('commune_officer'), { id, reason: 'Thiếu\u0000 số liệu' });
    expect(await rowOf(id)).toMatchObject({ state: 'returned' });
  });
});
