import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { draftOf, send } from '../../../../../tests/support/initiatives.ts';
import { submitRegistration } from '../../registration/server/actions.ts';
import { acceptRegistration, recallRegistration, returnRegistration } from '../../registration/server/actions-moves.ts';
import { sendKey } from '../rules-form.ts';
import { createDraft, discardDraft, saveDraft } from './actions.ts';
import { listDrafts } from './queries.ts';
import { draftPage } from './queries-page.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const page = (person: PersonName, id: number) => read(as(person), (db) => draftPage(db, as(person), id));
const counted = () => cast.asOwner('select * from registration_count');

describe('beginning', () => {
  test("a registrant's account begins in its own name, in the current cycle", async () => {
    const { content } = await createDraft(as('registrant'), {});
    expect(content).toMatchObject({
      unitId: units.commune,
      registrantName: 'Chi hội Phụ nữ ấp Hòa Bình',
      subject: 'collective',
      cycleId: cycles.current,
      levels: ['commune'],
      name: '',
    });
  });

  test('a commune officer begins in the own commune, a provincial one nowhere yet', async () => {
    expect((await createDraft(as('commune_officer'), {})).content).toMatchObject({
      unitId: units.commune,
      registrantName: '',
    });
    expect((await createDraft(as('provincial_officer'), {})).content).toMatchObject({ unitId: 0 });
  });

  test.each([
    ['auditor', 'refusal.read_only'],
    ['administrator', 'draft.not_allowed'],
    ['committee_member', 'draft.not_allowed'],
  ] as const)('%s may not', async (person, code) => {
    await expect(createDraft(as(person), {})).rejects.toMatchObject({ kind: 'forbidden', reason: { code } });
  });

  test('of a registration only while it is returned or recalled, and only by who may send it', async () => {
    const [id] = (await send(cast, 'registrant')).registrationIds as [number];
    const begin = (person: PersonName) => createDraft(as(person), { registrationId: id });
    await expect(begin('registrant')).rejects.toMatchObject({ kind: 'forbidden' });
    await recallRegistration(as('registrant'), { id });
    await expect(begin('sibling_registrant')).rejects.toMatchObject({ kind: 'missing' });
    await expect(begin('auditor')).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await begin('registrant')).toMatchObject({ registrationId: id });
  });
});

describe('saving', () => {
  test('a section saves what it holds and leaves the rest', async () => {
    const { id, version } = await createDraft(as('registrant'), {});
    const first = await saveDraft(as('registrant'), { id, version, name: 'Tên', reason: 'Lý do\r\nhai dòng' });
    await saveDraft(as('registrant'), { id, version: first.version, place: 'Ấp Hòa Bình', levels: [] });
    expect(await page('registrant', id)).toMatchObject({
      draft: { version: 3, content: { name: 'Tên', reason: 'Lý do\nhai dòng', place: 'Ấp Hòa Bình', levels: [] } },
    });
  });

  test('over a newer version it is refused, and what is stored stays', async () => {
    const { id, version } = await createDraft(as('registrant'), {});
    await saveDraft(as('registrant'), { id, version, name: 'Ở máy kia' });
    const late = saveDraft(as('registrant'), { id, version, name: 'Ở máy này' });
    await expect(late).rejects.toMatchObject({ kind: 'conflict', reason: { code: 'draft.newer' } });
    expect(await page('registrant', id)).toMatchObject({ draft: { version: 2, content: { name: 'Ở máy kia' } } });
  });

  test('two saves at once: one is kept, the other told', async () => {
    const { id, version } = await createDraft(as('registrant'), {});
    const saves = ['a', 'b', 'c', 'd'].map((name) => saveDraft(as('registrant'), { id, version, name }));
    const done = await Promise.allSettled(saves);
    expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  test('what no table could hold is cleaned, what is too long even for a draft is refused with a sentence', async () => {
    const { id, version } = await createDraft(as('registrant'), {});
    await saveDraft(as('registrant'), { id, version, content: 'a\u0000b\ud800' });
    const long = saveDraft(as('registrant'), { id, version: version + 1, content: 'x'.repeat(20_001) });
    await expect(long).rejects.toMatchObject({
      kind: 'invalid',
      fields: { content: { code: 'registration.part.too_long', params: { max: 20_000 } } },
    });
  });

  test('drafts are in no count', async () => {
    const before = await counted();
    await draftOf(cast, 'commune_officer');
    expect(await counted()).toEqual(before);
  });
});

describe("another's draft", () => {
  test.each(['sibling_registrant', 'commune_officer', 'provincial_officer', 'administrator', 'auditor'] as const)(
    'is not there for %s',
    async (person) => {
      const id = await draftOf(cast, 'registrant');
      await expect(page(person, id)).rejects.toMatchObject({ kind: 'missing' });
      await expect(saveDraft(as(person), { id, version: 2, name: 'x' })).rejects.toMatchObject({ kind: 'missing' });
      await expect(discardDraft(as(person), { id })).rejects.toMatchObject({ kind: 'missing' });
      await expect(submitRegistration(as(person), { id })).rejects.toMatchObject({ kind: 'missing' });
      expect((await read(as(person), (db) => listDrafts(db, as(person)))).map((draft) => draft.id)).not.toContain(id);
    },
  );
});

describe('what becomes of it', () => {
  test('discarded, it is gone, and the audit says that it was', async () => {
    const id = await draftOf(cast, 'registrant');
    await discardDraft(as('registrant'), { id });
    await expect(page('registrant', id)).rejects.toMatchObject({ kind: 'missing' });
    const acts = await cast.asOwner(
      `select act from audit_event where subject_kind = 'draft' and subject_id = $1 order by id`,
      [id],
    );
    expect(acts).toEqual([{ act: 'draft.create' }, { act: 'draft.discard' }]);
  });

  test('sent, its page leads to what it became; for its writer alone', async () => {
    const id = await draftOf(cast, 'registrant');
    const receipt = await submitRegistration(as('registrant'), { id }, { key: sendKey(id) });
    expect(await page('registrant', id)).toEqual({ sentAs: receipt.registrationIds[0] });
    await expect(page('commune_officer', id)).rejects.toMatchObject({ kind: 'missing' });
  });

  test('someone else moved the registration on: the draft stays, with the reason why it cannot be sent', async () => {
    const [registrationId] = (await send(cast, 'registrant')).registrationIds as [number];
    await returnRegistration(as('commune_officer'), { id: registrationId, reason: 'Nêu số hộ' });
    const [own, office] = [
      await createDraft(as('registrant'), { registrationId }),
      await createDraft(as('commune_officer'), { registrationId }),
    ];
    expect(await page('registrant', own.id)).toMatchObject({ fixed: 'again', again: { reason: 'Nêu số hộ' } });
    await submitRegistration(as('commune_officer'), { id: office.id });
    await acceptRegistration(as('commune_officer'), { id: registrationId });
    const late = submitRegistration(as('registrant'), { id: own.id });
    await expect(late).rejects.toMatchObject({
      kind: 'forbidden',
      reason: { code: 'registration.why_not.state.submit' },
    });
    expect(await page('registrant', own.id)).toMatchObject({ draft: { id: own.id } });
  });
});

test('a form page takes three statements at most', async () => {
  const id = await draftOf(cast, 'registrant');
  const before = cast.database.queries;
  await page('registrant', id);
  expect(cast.database.queries - before).toBe(3);
});
