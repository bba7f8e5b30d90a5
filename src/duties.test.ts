import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listQueue } from '#modules/appraisals/appraisal/server/queries-queue.ts';
import { createDraft, saveDraft } from '#modules/initiatives/draft/server/actions.ts';
import { placeRegistrations } from '#modules/initiatives/placing/server/actions.ts';
import {
  acceptRegistration,
  declineRegistration,
  returnRegistration,
} from '#modules/initiatives/registration/server/actions-moves.ts';
import { groupDuties } from '#modules/people/duty/rules.ts';
import { decideProposals, reorganise } from '#modules/people/transition/server/actions.ts';
import { writeRegister } from '#modules/registers/register/server/actions-write.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, PERSON_NAMES, type PersonName, units } from '../tests/support/cast.ts';
import { leadTo, send, wholeForm } from '../tests/support/initiatives.ts';
import { receiveList } from '../tests/support/registers.ts';
import { sessionContext } from '../tests/support/sessions.ts';
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
    daysLeft: 173,
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
  await own.asOwner('update cycle_level set register_due_on = $1 where cycle_id = 2', ['2026-03-01']);
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
  expect([one.queries, three.queries, five.queries]).toEqual([2, 2, 2]);
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
  expect(cast.database.queries - before).toBe(2);
});

test('what is overdue is a line of its own and comes first, however much waits beside it', async () => {
  const own = await openCast();
  for (const number of [1, 2, 3, 4, 5]) await send(own, 'registrant', { name: `mới ${number}` });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const { registrationIds } = await send(own, 'registrant', { name: `cũ ${number}` });
    await own.asOwner(
      `update registration set state_since = '2026-03-0${number} 08:00+07' where id = $1`,
      registrationIds,
    );
  }
  await own.asOwner(`update cycle_level set register_due_on = '2026-03-01' where level = 'commune' and cycle_id = 2`);
  const groups = groupDuties(await dutiesOf(own.contextFor('commune_officer')), '2026-03-10');
  expect(groups.map(({ due, count, duties }) => [due, count, duties[0]?.names[0]])).toEqual([
    ['overdue', 6, 'cũ 1'],
    ['today', 5, 'mới 1'],
  ]);
  await own.close();
});

test('work of a unit that has ended waits for who keeps it, beside its successor, until either has done it', async () => {
  const own = await openCast();
  const id: Record<string, number> = {};
  for (const state of ['submitted', 'self_assessed', 'proposed'] as const) {
    id[state] = (await send(own, 'registrant', { name: state })).registrationIds[0] as number;
    if (state !== 'submitted') await leadTo(own, id[state], state);
  }
  const act = await reorganise(own.contextFor('administrator'), {
    resolution: '1/NQ',
    plan: {
      effectiveOn: '2026-03-01',
      created: [{ key: 'n', name: 'Xã Mới', kind: 'commune', code: null, parent: units.district }],
      ended: [units.commune],
      changed: [],
      successions: [{ from: units.commune, to: 'n', share: 'whole' }],
    },
  });
  const kinds = async (ctx: Context) =>
    (await dutiesOf({ ...ctx })).map(({ kind, where }) => `${kind} ${where}`).sort();
  const keeper = await sessionContext(own, 'commune_officer');
  expect(await kinds(keeper)).toEqual(['accept Xã Đông Một', 'appraise Xã Đông Một']);
  expect(await kinds(await sessionContext(own, 'committee_member'))).toEqual(['appraise Xã Đông Một']);
  // The administrator approves the keeper's duty at the successor, which may also decide: the same work is still told once.
  expect(await kinds(own.contextFor('administrator'))).toEqual(['approve_appointments 1/NQ']);
  const open = await own.asOwner<{ id: number }>('select id from appointment_proposal order by id');
  const approve = { id: act.id, proposals: open.map((each) => each.id), approve: true };
  await decideProposals(own.contextFor('administrator'), approve);
  expect(await kinds(own.contextFor('administrator'))).toEqual([]);
  const officer = await sessionContext(own, 'commune_officer');
  expect(await kinds(officer)).toEqual(['accept Xã Đông Một', 'appraise Xã Đông Một', 'decide Xã Mới']);
  // What the queue says waits is what the home page says.
  const counts = await read(officer, (db) => listQueue(db, officer, {}));
  expect([counts.todo, counts.waiting]).toEqual([1, 1]);
  await acceptRegistration(officer, { id: id.submitted as number });
  await declineRegistration(officer, { id: id.self_assessed as number, reason: 'Chưa có sản phẩm.' });
  for (const person of ['commune_officer', 'committee_member'] as const)
    expect(await kinds(await sessionContext(own, person))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(accept|appraise)/)]),
    );
  await own.close();
});

test('models of a unit that was divided wait to be placed, until the last is', async () => {
  const own = await openCast();
  const { initiativeId } = await send(own, 'registrant', { name: 'chưa rõ ấp' });
  const act = await reorganise(own.contextFor('administrator'), {
    resolution: '2/NQ',
    plan: {
      effectiveOn: '2026-03-01',
      created: ['a', 'b'].map((key) => ({
        key,
        name: `Xã ${key}`,
        kind: 'commune',
        code: null,
        parent: units.district,
      })),
      ended: [units.commune],
      changed: [],
      successions: ['a', 'b'].map((to) => ({ from: units.commune, to, share: 'part' as const })),
    },
  });
  const placing = async (person: PersonName) =>
    (await dutiesOf(own.contextFor(person)))
      .filter(({ kind }) => kind === 'place')
      .map(({ count, href }) => [count, href]);
  expect(await placing('administrator')).toEqual([[1, `/office/reorganisations/${act.id}/place`]]);
  expect(await placing('district_officer')).toEqual([[1, `/office/reorganisations/${act.id}/place`]]);
  expect(await placing('sibling_officer')).toEqual([]);
  const [made] = act.made;
  await placeRegistrations(own.contextFor('district_officer'), {
    id: act.id,
    fromUnitId: units.commune,
    toUnitId: made?.[1] as number,
    initiatives: [initiativeId],
  });
  expect(await placing('administrator')).toEqual([]);
  await own.close();
});

test('a list that was read in waits for its office until it is written', async () => {
  const own = await openCast();
  const id = await receiveList(own, '1 | Mô hình mới | Chi hội ấp Mới | Xã Đông Một | KT | x | | ', {
    unitId: units.commune,
    fileName: 'danh-sach.xlsx',
  });
  const lists = async (person: PersonName) =>
    (await dutiesOf(own.contextFor(person))).filter(({ kind }) => kind === 'write_register').map(({ href }) => href);
  expect([await lists('commune_officer'), await lists('district_officer')]).toEqual([[`/office/registers/${id}`], []]);
  await writeRegister(own.contextFor('commune_officer'), { id });
  expect(await lists('commune_officer')).toEqual([]);
  await own.close();
});
