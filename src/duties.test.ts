import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft, saveDraft } from '#modules/initiatives/draft/server/actions.ts';
import { returnRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { type Cast, openCast, PERSON_NAMES, type PersonName } from '../tests/support/cast.ts';
import { leadTo, send, wholeForm } from '../tests/support/initiatives.ts';
import { dutiesOf } from './duties.ts';

let cast: Cast;
const ids: Record<string, number> = {};

/** One registration of the cast's hamlet in each state that waits for somebody, and one for each level above. */
beforeAll(async () => {
  cast = await openCast();
  const sent = async (name: string, over: Parameters<typeof send>[2] = {}) => {
    const { registrationIds, initiativeId } = await send(cast, 'registrant', { name, ...over });
    ids[name] = initiativeId;
    return registrationIds[0] as number;
  };
  await sent('chờ tiếp nhận');
  const returned = await sent('bị trả lại');
  await returnRegistration(cast.contextFor('commune_officer'), { id: returned, reason: 'Thiếu minh chứng' });
  await leadTo(cast, await sent('đang thực hiện'), 'accepted');
  const assessed = await sent('chờ thẩm định');
  ids.assessed = assessed;
  await leadTo(cast, assessed, 'self_assessed');
  await leadTo(cast, await sent('chờ quyết định'), 'proposed');
  ids.district = await sent('lên huyện', { levels: ['district'] });
  await leadTo(cast, ids.district, 'self_assessed');
  await sent('lên tỉnh', { levels: ['province'] });
  const draft = await createDraft(cast.contextFor('registrant'), {});
  ids.draft = draft.id;
  await saveDraft(cast.contextFor('registrant'), {
    id: draft.id,
    version: draft.version,
    ...wholeForm({ name: 'còn viết dở' }),
  });
});
afterAll(() => cast.close());

const named = async (person: PersonName) =>
  (await dutiesOf(cast.contextFor(person))).map((duty) => `${duty.kind}: ${duty.names.join('; ')}`).sort();

describe('what waits for', () => {
  const EXPECTED: Partial<Record<PersonName, string[]>> = {
    registrant: ['continue_draft: còn viết dở', 'self_assess: đang thực hiện', 'send_again: bị trả lại'],
    commune_officer: ['accept: chờ tiếp nhận', 'appraise: chờ thẩm định', 'decide: chờ quyết định'],
    committee_member: ['appraise: chờ thẩm định', 'decide: chờ quyết định'],
    district_officer: ['appraise: lên huyện'],
    provincial_officer: ['accept: lên tỉnh'],
  };
  test.each(PERSON_NAMES)('%s', async (person) => {
    expect(await named(person)).toEqual(EXPECTED[person] ?? []);
  });
});

test('each line says whose, where, since when, by when, and leads to where it is done', async () => {
  const duties = await dutiesOf(cast.contextFor('commune_officer'));
  const { now } = cast.contextFor('commune_officer');
  expect(duties.find((duty) => duty.kind === 'appraise')).toEqual({
    key: `appraise.2.commune.${ids.assessed}`,
    kind: 'appraise',
    count: 1,
    names: ['chờ thẩm định'],
    whose: 'Chi hội Phụ nữ ấp Hòa Bình',
    where: 'Xã Đông Một',
    level: 'commune',
    cycle: '2026',
    since: now,
    dueOn: '2026-11-15',
    href: `/office/appraisals/${ids.assessed}`,
  });
  expect(duties.find((duty) => duty.kind === 'decide')).toMatchObject({
    count: 1,
    dueOn: '2026-11-15',
    href: '/office/decisions/new?cycle=2&level=commune&unit=4',
  });
  expect(duties.find((duty) => duty.kind === 'accept')).toMatchObject({
    dueOn: '2026-04-30',
    href: expect.stringContaining(`/office/initiatives/${ids['chờ tiếp nhận']}?registration=`),
  });
});

test('what arrives late falls due on the day it arrives, not weeks before', async () => {
  const late = new Date('2026-06-01T08:00:00+07:00');
  const own = await openCast();
  await own.asOwner('update cycle_level set register_due_on = $1', ['2026-03-01']);
  await send(own, 'registrant', { name: 'đến muộn' });
  const [duty] = await dutiesOf(own.contextFor('commune_officer', late));
  expect(duty?.dueOn).toBe('2026-03-10');
  await own.close();
});

test('many of one kind are one line that names the most urgent, and it costs as many queries as one', async () => {
  const own = await openCast();
  const queriesOf = async () => {
    const before = own.database.queries;
    const duties = await dutiesOf(own.contextFor('commune_officer'));
    return { duties, queries: own.database.queries - before };
  };
  await send(own, 'registrant', { name: 'số 1' });
  const one = await queriesOf();
  for (const number of [2, 3]) await send(own, 'registrant', { name: `số ${number}` });
  const three = await queriesOf();
  for (const number of [4, 5]) await send(own, 'registrant', { name: `số ${number}` });
  const five = await queriesOf();
  expect([one.queries, three.queries, five.queries]).toEqual([3, 3, 3]);
  expect(three.duties.map((duty) => [duty.count, duty.names])).toEqual([
    [1, ['số 1']],
    [1, ['số 2']],
    [1, ['số 3']],
  ]);
  expect(five.duties).toMatchObject([
    {
      count: 5,
      names: ['số 1', 'số 2', 'số 3'],
      whose: '',
      href: '/office/initiatives?state=submitted&cycle=2&level=commune&sort=submitted',
    },
  ]);
  await own.close();
});

test('an office assesses for its own registrants who have no account', async () => {
  const own = await openCast();
  const { registrationIds } = await send(own, 'commune_officer', {
    name: 'từ bản giấy',
    registrantName: 'Tổ hợp tác ấp Mới',
  });
  await leadTo(own, registrationIds[0] as number, 'accepted');
  const [duty] = await dutiesOf(own.contextFor('commune_officer'));
  expect(duty).toMatchObject({ kind: 'self_assess', names: ['từ bản giấy'] });
  expect(await dutiesOf(own.contextFor('district_officer'))).toEqual([]);
  await own.close();
});

test('one request asks once, for the side of the page and the page', async () => {
  const ctx = cast.contextFor('commune_officer');
  const before = cast.database.queries;
  await Promise.all([dutiesOf(ctx), dutiesOf(ctx)]);
  expect(cast.database.queries - before).toBe(3);
});
