import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { countedIn, draftOf, registrationRow, send } from '../../../../../tests/support/initiatives.ts';
import { createDraft, saveDraft } from '../../draft/server/actions.ts';
import { submitRegistration } from './actions.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);

const counted = () => countedIn(cast);
const rowOf = (id: number) => registrationRow(cast, id);
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure) => failure,
  );

describe('sending', () => {
  test('a form for two levels is one model with two registrations, each counted once', async () => {
    const before = await counted();
    const { registrationIds, initiativeId } = await send(cast, 'registrant', { levels: ['commune', 'province'] });
    expect(registrationIds).toHaveLength(2);
    const after = await counted();
    const more = (level: string) => (after[level] ?? 0) - (before[level] ?? 0);
    expect([more('commune'), more('province'), more('district'), more('any')]).toEqual([1, 1, 0, 1]);
    expect(await rowOf(registrationIds[0] as number)).toMatchObject({
      initiative_id: initiativeId,
      state: 'submitted',
      unit_id: units.commune,
      registrant_id: 1,
      carried_out_on: null,
    });
  });

  test('the draft is gone, and what was done stands in the time line and in the audit', async () => {
    const id = await draftOf(cast, 'registrant');
    const { registrationIds } = await submitRegistration(as('registrant'), { id });
    expect(await cast.asOwner('select 1 from draft where id = $1', [id])).toEqual([]);
    expect(
      await cast.asOwner(
        'select act, state, actor_name from registration_event where registration_id = $1',
        registrationIds,
      ),
    ).toEqual([{ act: 'submit', state: 'submitted', actor_name: 'registrant' }]);
    expect(
      await cast.asOwner(
        `select act, actor_id, unit_id from audit_event where subject_kind = 'registration' and subject_id = $1`,
        registrationIds,
      ),
    ).toEqual([{ act: 'registration.submit', actor_id: as('registrant').actor.id, unit_id: units.commune }]);
  });

  test('a second press with the same key lands on the same receipt and sends nothing', async () => {
    const id = await draftOf(cast, 'registrant');
    const before = await counted();
    const first = await submitRegistration(as('registrant'), { id }, { key: 'k1' });
    const second = await submitRegistration(as('registrant'), { id }, { key: 'k1' });
    expect(second).toEqual(first);
    expect((await counted()).any).toBe((before.any ?? 0) + 1);
  });

  test('twenty presses at once send one', async () => {
    const id = await draftOf(cast, 'registrant');
    const before = await counted();
    const presses = Array.from({ length: 20 }, () => submitRegistration(as('registrant'), { id }, { key: 'many' }));
    const receipts = await Promise.all(presses);
    expect(new Set(receipts.map((receipt) => receipt.registrationIds[0])).size).toBe(1);
    expect((await counted()).any).toBe((before.any ?? 0) + 1);
  });

  test('the same key with another draft is refused, and that draft is still there', async () => {
    const [one, two] = [await draftOf(cast, 'registrant'), await draftOf(cast, 'registrant')];
    await submitRegistration(as('registrant'), { id: one }, { key: 'k2' });
    const press = submitRegistration(as('registrant'), { id: two }, { key: 'k2' });
    await expect(press).rejects.toMatchObject({ kind: 'conflict', reason: { code: 'refusal.key_reused' } });
    expect(await cast.asOwner('select id from draft where id = $1', [two])).toEqual([{ id: two }]);
  });

  test('what is missing is named field by field, and nothing that was typed is lost', async () => {
    const ctx = as('commune_officer');
    const { id, version } = await createDraft(ctx, {});
    const typed = { name: 'N'.repeat(5_000), reason: 'Vì sao', content: 'c'.repeat(12_000), levels: [] };
    await saveDraft(ctx, { id, version, ...typed });
    const refusal = await refusalOf(submitRegistration(ctx, { id }));
    expect(refusal).toMatchObject({ kind: 'invalid', reason: { code: 'form.invalid' } });
    expect(refusal.fields).toEqual({
      name: { code: 'registration.part.too_long', params: { max: 300 } },
      content: { code: 'registration.part.too_long', params: { max: 10_000 } },
      objectives: { code: 'registration.part_missing.objectives' },
      place: { code: 'registration.part_missing.place' },
      forces: { code: 'registration.part_missing.forces' },
      resources: { code: 'registration.part_missing.resources' },
      outputs: { code: 'registration.part_missing.outputs' },
      sustaining: { code: 'registration.part_missing.sustaining' },
      registrantName: { code: 'registration.registrant.missing' },
      subject: { code: 'registration.subject.missing' },
      fieldId: { code: 'registration.field.missing' },
      levels: { code: 'registration.levels.missing' },
    });
    const [kept] = await cast.asOwner<{ content: object }>('select content from draft where id = $1', [id]);
    expect(kept?.content).toMatchObject(typed);
  });

  test.each([
    ['a unit that is none', { unitId: 4_711 }, 'unitId', 'registration.unit.missing'],
    ['a field that is none', { fieldId: 4_711 }, 'fieldId', 'registration.field.missing'],
    ['a cycle that is none', { cycleId: 4_711 }, 'cycleId', 'registration.cycle.missing'],
  ] as const)('%s is refused beside its field', async (_what, over, field, code) => {
    const refusal = await refusalOf(send(cast, 'commune_officer', over));
    expect(refusal).toMatchObject({ kind: 'invalid', fields: { [field]: { code } } });
  });

  test('the same level ticked twice is one registration, and unknown programmes are dropped', async () => {
    const { registrationIds, initiativeId } = await send(cast, 'registrant', {
      levels: ['commune', 'commune'],
      programmes: [1, 1, 99],
    });
    expect(registrationIds).toHaveLength(1);
    expect(
      await cast.asOwner('select programmes from initiative_version where initiative_id = $1', [initiativeId]),
    ).toEqual([{ programmes: [1] }]);
  });
});

describe('for whom', () => {
  test("a registrant's account sends in its own name, whatever the form says", async () => {
    const { registrationIds } = await send(cast, 'registrant', {
      registrantName: 'Chi bộ khác',
      subject: 'individual',
    });
    expect(await rowOf(registrationIds[0] as number)).toMatchObject({ registrant_id: 1, subject: 'collective' });
  });

  test('an officer names a registrant: the one that is there, or a new one', async () => {
    const known = await send(cast, 'district_officer', { registrantName: 'chi hội phụ nữ ấp  HÒA BÌNH' });
    expect(await rowOf(known.registrationIds[0] as number)).toMatchObject({ registrant_id: 1 });
    const fresh = await send(cast, 'commune_officer', { registrantName: 'Trường Tiểu học Đông Một' });
    const [row] = await cast.asOwner<{ name: string }>(
      'select g.name from registrant g join registration r on r.registrant_id = g.id where r.id = $1',
      fresh.registrationIds,
    );
    expect(row).toEqual({ name: 'Trường Tiểu học Đông Một' });
  });

  test.each([
    ['registrant', { unitId: units.sibling }],
    ['commune_officer', { unitId: units.sibling }],
    ['district_officer', { unitId: units.otherCommune }],
  ] as const)('a %s cannot send for another commune', async (person, over) => {
    await expect(send(cast, person, over)).rejects.toMatchObject({
      kind: 'forbidden',
      reason: { code: 'refusal.not_yours' },
    });
  });
});

describe('statements', () => {
  test.each([
    ['a registrant', 'registrant', {}, 5],
    ['an officer for a known registrant', 'commune_officer', {}, 5],
  ] as const)('%s: sending stays within its budget', async (_who, person, over, budget) => {
    const id = await draftOf(cast, person, over);
    const before = cast.database.queries;
    await submitRegistration(as(person), { id }, { key: `budget-${person}` });
    expect(cast.database.queries - before).toBe(budget);
  });
});
