import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, openCast } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { giveVerdict } from './actions.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const state = async (id: number) =>
  (
    await cast.asOwner<{ state: string; recognised_by: number | null }>(
      'select state, recognised_by from registration where id = $1',
      [id],
    )
  )[0];
const kept = (id: number) =>
  cast.asOwner(
    'select unit_id, appraiser_name, verdict, reason, met, asked from appraisal where registration_id = $1',
    [id],
  );
const acts = async (id: number) =>
  (
    await cast.asOwner<{ act: string }>(
      `select act from audit_event where subject_kind = 'registration' and subject_id = $1 order by id`,
      [id],
    )
  ).map((row) => row.act);

let id: number;
let asked: number[];
beforeEach(async () => {
  const { registrationIds } = await send(cast, 'registrant');
  id = registrationIds[0] as number;
  await leadTo(cast, id, 'self_assessed');
  const rows = await cast.asOwner<{ id: number }>(
    `select id from criterion where cycle_id = 2 and subject = 'collective'`,
  );
  asked = rows.map((row) => row.id);
});

const verdict = (over: object = {}) => ({
  registrationId: id,
  verdict: 'proposed' as const,
  asked,
  met: asked,
  reason: '',
  ...over,
});

describe('a verdict', () => {
  test('of the unit’s own body proposes, and keeps the checklist, the event and the audit', async () => {
    await giveVerdict(cast.contextFor('committee_member'), verdict());
    expect(await state(id)).toEqual({ state: 'proposed', recognised_by: null });
    expect(await kept(id)).toEqual([
      { unit_id: 4, appraiser_name: 'committee member', verdict: 'proposed', reason: '', met: asked, asked },
    ]);
    const events = await cast.asOwner(
      'select act, state, actor_name from registration_event where registration_id = $1 order by id desc limit 1',
      [id],
    );
    expect(events).toEqual([{ act: 'propose', state: 'proposed', actor_name: 'committee member' }]);
    expect((await acts(id)).slice(-2)).toEqual(['registration.propose', 'appraisal.give']);
  });

  test('tells the registrant more than its reason, in the same act', async () => {
    await giveVerdict(cast.contextFor('commune_officer'), verdict({ feedback: 'Nên\r\nghi sổ.' }));
    const events = await cast.asOwner(
      'select act, state, details from registration_event where registration_id = $1 order by id desc limit 2',
      [id],
    );
    expect(events).toEqual([
      { act: 'feedback', state: 'proposed', details: { feedback: 'Nên\nghi sổ.' } },
      { act: 'propose', state: 'proposed', details: {} },
    ]);
    const long = giveVerdict(cast.contextFor('commune_officer'), verdict({ feedback: 'x'.repeat(4_001) }));
    await expect(long).rejects.toMatchObject({ fields: { feedback: { code: 'registration.part.too_long' } } });
  });

  test('that refuses says why, and the reason stands in the time line', async () => {
    await giveVerdict(
      cast.contextFor('commune_officer'),
      verdict({ verdict: 'not_recognised', met: [], reason: 'Chưa rõ kết quả' }),
    );
    expect(await state(id)).toEqual({ state: 'not_recognised', recognised_by: null });
    const [event] = await cast.asOwner(
      'select act, reason from registration_event where registration_id = $1 order by id desc limit 1',
      [id],
    );
    expect(event).toEqual({ act: 'decline', reason: 'Chưa rõ kết quả' });
  });

  test.each([
    ['a refusal', { verdict: 'not_recognised' }, 'appraisal.reason.why_not'],
    ['a proposal over an unmet criterion', { met: [] }, 'appraisal.reason.why_despite'],
  ])('%s without a reason is refused beside the field, and nothing is kept', async (_name, over, code) => {
    const said = giveVerdict(cast.contextFor('commune_officer'), verdict(over));
    await expect(said).rejects.toMatchObject({ status: 422, fields: { reason: { code } } });
    expect([(await state(id))?.state, await kept(id)]).toEqual(['self_assessed', []]);
  });

  test('pressed twice with one key stands once, and answers the same', async () => {
    const ctx = cast.contextFor('commune_officer');
    const [first, second] = [
      await giveVerdict(ctx, verdict(), { key: `press-${id}` }),
      await giveVerdict(ctx, verdict(), { key: `press-${id}` }),
    ];
    expect(second).toEqual(first);
    expect(await kept(id)).toHaveLength(1);
  });

  test('over what somebody else has changed meanwhile is a conflict', async () => {
    const said = giveVerdict(cast.contextFor('commune_officer'), verdict({ version: 1 }));
    await expect(said).rejects.toMatchObject({ status: 409, reason: { code: 'registration.moved_on' } });
    expect(await kept(id)).toEqual([]);
  });

  test('over a list of criteria that was changed meanwhile is a conflict', async () => {
    const said = giveVerdict(cast.contextFor('commune_officer'), verdict({ asked: [], met: [] }));
    await expect(said).rejects.toMatchObject({ status: 409, reason: { code: 'appraisal.criteria_changed' } });
  });
});

describe('who may not', () => {
  test.each([
    ['district_officer', 403, 'registration.why_not.level_commune'],
    ['provincial_officer', 403, 'registration.why_not.level_commune'],
    ['registrant', 403, 'registration.why_not.level_commune'],
    ['administrator', 403, 'registration.why_not.level_commune'],
    ['auditor', 403, 'refusal.read_only'],
    ['sibling_officer', 404, 'refusal.missing'],
    ['other_registrant', 404, 'refusal.missing'],
    ['other_district_officer', 404, 'refusal.missing'],
  ] as const)('%s: %i %s', async (person, status, code) => {
    await expect(giveVerdict(cast.contextFor(person), verdict())).rejects.toMatchObject({ status, reason: { code } });
    expect((await state(id))?.state).toBe('self_assessed');
  });

  test('a commune’s officer has no verdict at the district’s level, the district’s has', async () => {
    const { registrationIds } = await send(cast, 'registrant', { name: 'Cấp huyện', levels: ['district'] });
    const district = registrationIds[0] as number;
    await leadTo(cast, district, 'self_assessed');
    const given = verdict({ registrationId: district });
    await expect(giveVerdict(cast.contextFor('commune_officer'), given)).rejects.toMatchObject({
      status: 403,
      reason: { code: 'registration.why_not.level_district' },
    });
    await giveVerdict(cast.contextFor('district_officer'), given);
    expect(await kept(district)).toMatchObject([{ unit_id: 2, verdict: 'proposed' }]);
  });
});
