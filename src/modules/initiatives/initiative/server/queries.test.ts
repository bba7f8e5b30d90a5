import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, PERSON_NAMES, type PersonName } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { createDraft } from '../../draft/server/actions.ts';
import { recallRegistration, withdrawRegistration } from '../../registration/server/actions-moves.ts';
import { recordPage } from './queries-page.ts';

let cast: Cast;
let id: number;
let [commune, district]: number[] = [];
beforeAll(async () => {
  cast = await openCast();
  const receipt = await send(cast, 'registrant', { levels: ['commune', 'district'] });
  id = receipt.initiativeId;
  [commune, district] = receipt.registrationIds;
  await leadTo(cast, commune as number, 'self_assessed');
});
afterAll(() => cast.close());

const page = (person: PersonName, wanted = 0, of = id) =>
  read(cast.contextFor(person), (db) => recordPage(db, cast.contextFor(person), of, wanted));

describe('who finds it', () => {
  const inside = [
    'registrant',
    'commune_officer',
    'district_officer',
    'provincial_officer',
    'committee_member',
    'sector_officer',
    'administrator',
    'auditor',
  ];
  test.each(PERSON_NAMES)('%s', async (person) => {
    if (inside.includes(person)) expect((await page(person)).record.id).toBe(id);
    else await expect(page(person)).rejects.toMatchObject({ kind: 'missing' });
  });

  test.each([0, -1, 4711, 2 ** 31 - 1])('there is no model %i', async (of) => {
    await expect(page('provincial_officer', 0, of)).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('which registration it shows', () => {
  test('the highest that still waits, unless another is asked for', async () => {
    expect((await page('registrant')).record.chosen.id).toBe(district);
    expect((await page('registrant', commune)).record.chosen.id).toBe(commune);
    expect((await page('registrant', 4711)).record.chosen.id).toBe(district);
  });

  test('when nothing waits any more, the highest', async () => {
    const receipt = await send(cast, 'registrant', { levels: ['commune', 'province'] });
    for (const each of receipt.registrationIds)
      await withdrawRegistration(cast.contextFor('registrant'), { id: each, reason: 'Thôi' });
    expect((await page('registrant', 0, receipt.initiativeId)).record.chosen.level).toBe('province');
  });
});

describe('what it holds', () => {
  test('parts as sent, way, events of every level, latest first', async () => {
    const { record, way } = await page('commune_officer', commune);
    expect(record).toMatchObject({
      registrant: 'Chi hội Phụ nữ ấp Hòa Bình',
      unit: 'Xã Đông Một',
      parent: 'Huyện Đông',
      field: { nameVi: 'Kinh tế' },
      parts: { reason: 'Nội dung của phần reason.' },
      chosen: { state: 'self_assessed', responsibleUnit: 'Xã Đông Một', dueOn: '2026-11-15' },
    });
    expect(record.events.map((event) => `${event.level} ${event.act}`)).toEqual([
      'commune self_assess',
      'commune accept',
      'district submit',
      'commune submit',
    ]);
    expect(way.map((step) => step.state)).toEqual(['done', 'done', 'now', 'later', 'later']);
  });

  test('what may be done, and why the rest may not', async () => {
    expect((await page('commune_officer', commune)).standing.may).toEqual(['return', 'propose', 'defer']);
    expect((await page('registrant', commune)).standing).toEqual({
      may: [],
      withheld: [
        { act: 'submit', reason: { code: 'registration.why_not.state.submit' } },
        { act: 'recall', reason: { code: 'registration.why_not.state.recall' } },
        { act: 'return', reason: { code: 'refusal.not_yours' } },
        { act: 'self_assess', reason: { code: 'registration.why_not.state.self_assess' } },
        { act: 'propose', reason: { code: 'registration.why_not.level_commune' } },
        { act: 'defer', reason: { code: 'registration.why_not.level_commune' } },
        { act: 'withdraw', reason: { code: 'registration.why_not.state.withdraw' } },
      ],
    });
    const auditor = (await page('auditor', commune)).standing;
    expect(auditor.may).toEqual([]);
    expect(new Set(auditor.withheld.map((each) => each.reason.code))).toEqual(new Set(['refusal.read_only']));
  });

  test("the reader's own drafts, nobody else's", async () => {
    await recallRegistration(cast.contextFor('registrant'), { id: district as number });
    const draft = await createDraft(cast.contextFor('registrant'), { registrationId: district as number });
    expect((await page('registrant')).record.drafts).toEqual([{ id: draft.id, registrationId: district }]);
    expect((await page('commune_officer')).record.drafts).toEqual([]);
  });
});

test.each([0, 1])('four statements, whatever is asked for', async (at) => {
  const before = cast.database.queries;
  await page('provincial_officer', [commune, district][at]);
  // With the session's own five, of the eight that a record may take.
  expect(cast.database.queries - before).toBe(4);
});
