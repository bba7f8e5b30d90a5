import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { actorOf, type Cast, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { onServer } from '../../../../../tests/support/cluster.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { idOfPerson, score, scoredBy, scoringOf } from '../../../../../tests/support/reviews.ts';
import { giveVerdict } from '../../appraisal/server/actions.ts';
import { askReaders, shareWork } from '../../team/server/actions.ts';
import { addVisit, declareTie, recuse } from './actions.ts';
import { nextToReview } from './queries.ts';

let cast: Cast;
let teamId: number;
const ids: number[] = [];
const as = (person: PersonName) => cast.contextFor(person);
const scoring = (person: PersonName, id: number) => scoringOf(as(person), id);
const one = (at: number) => ids[at] as number;
const MEMBERS = ['committee_member', 'commune_officer'] as const;

beforeAll(async () => {
  cast = await openCast();
  // A third and a fourth reader, who serve at the same commune.
  for (const [id, name] of [
    [901, 'uỷ viên ba'],
    [902, 'uỷ viên tư'],
  ] as const)
    await cast.asOwner(`insert into person (id, full_name, unit_id) values (${id}, '${name}', 4);
      insert into appointment (person_id, role, unit_id, valid) values (${id}, 'committee_member', 4, '[2010-01-01,)')`);
  teamId = await scoredBy(cast, MEMBERS);
  await cast.asOwner(`insert into team_member values (${teamId}, 901, 'uỷ viên ba')`);
  for (const name of ['Một', 'Hai', 'Ba']) {
    const { registrationIds } = await send(cast, 'registrant', { name: `Mô hình ${name} giúp dân` });
    ids.push(registrationIds[0] as number);
    await leadTo(cast, ids.at(-1) as number, 'self_assessed');
  }
});
afterAll(() => cast.close());
const third = () => ({
  ...as('committee_member'),
  actor: { ...actorOf('committee_member'), id: 901 },
  scope: { ...as('committee_member').scope, person: 901 },
});

test('in a team’s hands nobody gives a verdict alone, and nobody scores who was not asked', async () => {
  const verdict = { registrationId: one(0), verdict: 'proposed' as const, asked: [], met: [], reason: '' };
  await expect(giveVerdict(as('commune_officer'), verdict)).rejects.toMatchObject({
    ...{ kind: 'forbidden', reason: { code: 'appraisal.why_not.team' } },
  });
  await expect(score(cast, 'committee_member', one(0), [20, 15])).rejects.toMatchObject({
    reason: { code: 'review.why_not.not_asked' },
  });
});

test('work is shared evenly by the unit’s own officer, and asking again asks nobody twice', async () => {
  await expect(shareWork(as('district_officer'), { id: teamId, how: 'balanced' })).rejects.toMatchObject({
    reason: { code: 'team.only_its_officers' },
  });
  expect(await shareWork(as('commune_officer'), { id: teamId, how: 'balanced' })).toEqual({ asked: 6, short: 0 });
  expect(await shareWork(as('commune_officer'), { id: teamId, how: 'balanced' })).toEqual({ asked: 0, short: 0 });
  const loads = await cast.asOwner<{ n: number }>('select count(*)::integer as n from review group by person_id');
  expect(loads.map(({ n }) => n)).toEqual([2, 2, 2]);
});

test('others’ scores are hidden until one’s own are in: from the page, the rows and the audit', async () => {
  await shareWork(as('commune_officer'), { id: teamId, how: 'by_field' });
  await score(cast, 'committee_member', one(0), [20, 15]);
  const before = await scoring('commune_officer', one(0));
  expect(before).toMatchObject({ open: false, mine: 'waiting' });
  expect(before.reviews.find((each) => each.personId === idOfPerson('committee_member'))).toMatchObject({
    ...{ state: 'given', total: null, points: null, note: null },
  });
  const rows = await read(as('commune_officer'), (db) => db.selectFrom('review_score').selectAll().execute());
  expect(rows).toEqual([]);
  const audit = await cast.asOwner<{ body: string }>(
    `select row_to_json(e)::text as body from audit_event e where act = 'review.give'`,
  );
  expect(audit).toHaveLength(1);
  expect(audit[0]?.body).not.toMatch(/Nhận xét|points|7000/);
  // Nor does an auditor who is a reader of it see them; the registrant never does.
  const auditing = { ...as('auditor'), actor: { ...actorOf('auditor'), id: idOfPerson('commune_officer') } };
  const watching = { ...auditing, scope: { ...auditing.scope, person: idOfPerson('commune_officer') } };
  const watched = await read(watching, (db) => db.selectFrom('review_score').selectAll().execute());
  expect(watched).toEqual([]);
  expect((await scoring('registrant', one(0))).reviews).toEqual([]);

  await score(cast, 'commune_officer', one(0), [10, 0]);
  const after = await scoring('commune_officer', one(0));
  expect(after.open).toBe(true);
  expect(after.reviews.flatMap(({ total }) => total ?? []).toSorted()).toEqual([2000, 7000]);
  // Who is on the team and still has theirs to give sees neither.
  expect(await read(third(), (db) => db.selectFrom('review_score').select('total').execute())).toEqual([]);
});

test('points beyond the scale, none, and a list that was changed are refused; a second press finds it given', async () => {
  const wrong = (points: number[]) => score(cast, 'committee_member', one(1), points);
  await expect(wrong([21, 0])).rejects.toMatchObject({
    fields: { p1: { code: 'review.points_wrong', params: { most: 20 } } },
  });
  await expect(wrong([5])).rejects.toMatchObject({ kind: 'invalid' });
  const both = await Promise.allSettled(Array.from({ length: 8 }, () => wrong([5, 5])));
  expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  await expect(cast.asOwner('update review_score set total = 10000')).rejects.toThrow();
});

test('the next is the one that fewest have scored', async () => {
  expect(await read(as('commune_officer'), (db) => nextToReview(db, as('commune_officer')))).toBe(one(2));
});

test('a conflict is computed, told to the council, and no grant overrides it', async () => {
  const { initiativeId } = await send(cast, 'registrant', { name: 'Mô hình Tư giúp dân' });
  const [row] = await cast.asOwner<{ id: number }>(`select id from registration where initiative_id = ${initiativeId}`);
  const id = row?.id as number;
  await leadTo(cast, id, 'self_assessed');
  const why = async (person: number, registration = id) =>
    (await cast.asOwner<{ why: string | null }>(`select conflict_of(${person}, ${registration}) as why`))[0]?.why;
  expect(await why(idOfPerson('registrant'))).toBe('own_unit');
  expect(await why(901)).toBeNull();
  // At the level above, who serves at the model's own commune judges nothing of it.
  const { registrationIds } = await send(cast, 'registrant', { name: 'Mô hình Năm giúp dân', levels: ['district'] });
  expect(await why(901, registrationIds[0])).toBe('own_unit');
  expect(await why(idOfPerson('district_officer'), registrationIds[0])).toBeNull();
  // Whoever sent it is its author.
  const paper = await send(cast, 'commune_officer', { name: 'Mô hình Sáu nhập từ giấy' });
  expect(await why(idOfPerson('commune_officer'), paper.registrationIds[0])).toBe('author');

  await declareTie(as('commune_officer'), { registrationId: id, personId: 901, tie: 'kin' });
  // Kin of the registrant: of all its models, and what was asked of them already is taken back.
  expect([await why(901), await why(901, one(0))]).toEqual(['kin', 'kin']);
  await expect(askReaders(as('commune_officer'), { registrationId: id, people: [901] })).rejects.toMatchObject({
    ...{ kind: 'forbidden', reason: { code: 'team.in_conflict' } },
  });
  expect((await scoring('commune_officer', id)).members).toContainEqual({
    id: 901,
    name: 'uỷ viên ba',
    conflict: 'kin',
  });
  // Past the policy, the database still refuses: asked, or giving.
  const insert = `insert into review (registration_id, person_id, person_name, how, at) values (${id}, 901, 'x', 'chosen', now())`;
  const past = onServer(cast.url, async (server) => {
    await server.query(`set role kheo_app; select set_config('kheo.scope_all', 'on', false)`);
    return server.query(insert);
  });
  await expect(past).rejects.toThrow(/row-level security/);
});

test('one who steps back is in no denominator, and scores of one whose tie comes up later count no more', async () => {
  await recuse(as('commune_officer'), { registrationId: one(2), tie: 'other' });
  const work = await scoring('commune_officer', one(2));
  expect([work.mine, work.open, work.conflict]).toEqual(['recused', false, null]);
  await declareTie(as('commune_officer'), {
    registrationId: one(0),
    personId: idOfPerson('committee_member'),
    tie: 'mentor',
  });
  const { reviews } = await scoring('commune_officer', one(0));
  expect(reviews.find((each) => each.personId === idOfPerson('committee_member'))).toMatchObject({
    ...{ conflict: 'mentor', state: 'given' },
  });
});

test('what was seen on the spot stands beside the sheet, and the registrant does not read it', async () => {
  const visit = {
    registrationId: one(0),
    seenOn: '01/03/2026',
    visitors: 'Tổ thẩm định',
    seen: 'Hai mươi hộ tham gia.',
  };
  await addVisit(as('committee_member'), visit);
  expect((await scoring('commune_officer', one(0))).visits).toMatchObject([{ seenOn: '2026-03-01', seen: visit.seen }]);
  expect((await scoring('registrant', one(0))).visits).toEqual([]);
  await expect(addVisit(as('committee_member'), { ...visit, seenOn: '01/04/2026' })).rejects.toMatchObject({
    fields: { seenOn: { code: 'review.seen_ahead' } },
  });
  await expect(addVisit(as('district_officer'), visit)).rejects.toMatchObject({
    reason: { code: 'review.why_not.serving' },
  });
});
