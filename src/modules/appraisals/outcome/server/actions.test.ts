import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { idOfPerson, score, scoredBy } from '../../../../../tests/support/reviews.ts';
import { declareTie } from '../../review/server/actions.ts';
import { shareWork } from '../../team/server/actions.ts';
import { written } from '../rules.ts';
import { applyStaged, stageVerdict } from './actions.ts';
import { minutesOf, outcomesOf } from './queries.ts';

let cast: Cast;
let teamId: number;
const ids: number[] = [];
const one = (at: number) => ids[at] as number;
const as = (person: PersonName) => cast.contextFor(person);
const rows = (person: PersonName) => read(as(person), (db) => outcomesOf(db, idOfPerson(person), teamId));
const stage = (person: PersonName, id: number, verdict: 'proposed' | 'not_recognised' | 'none', reason = '') =>
  stageVerdict(as(person), { teamId, ids: [id], verdict, reason });
const stateOf = async (id: number) =>
  (await cast.asOwner<{ state: string }>(`select state from registration where id = ${id}`))[0]?.state;

beforeAll(async () => {
  cast = await openCast();
  teamId = await scoredBy(cast, ['committee_member']);
  for (const name of ['Một', 'Hai', 'Ba']) {
    const { registrationIds } = await send(cast, 'registrant', { name: `Mô hình ${name} giúp dân` });
    ids.push(registrationIds[0] as number);
    await leadTo(cast, one(ids.length - 1), 'self_assessed');
  }
  await shareWork(as('commune_officer'), { id: teamId, how: 'by_field' });
});
afterAll(() => cast.close());

test('a verdict is staged from the scores, by who may see them, with a reason where one is needed', async () => {
  await expect(stage('committee_member', one(0), 'proposed')).rejects.toMatchObject({
    reason: { code: 'review.hidden' },
  });
  await score(cast, 'committee_member', one(0), [20, 15]);
  await score(cast, 'committee_member', one(1), [0, 0]);
  await stage('committee_member', one(0), 'proposed');
  await expect(stage('commune_officer', one(1), 'not_recognised')).rejects.toMatchObject({
    fields: { reason: { code: 'appraisal.reason.why_not' } },
  });
  await expect(stage('commune_officer', one(2), 'proposed')).rejects.toMatchObject({
    fields: { reason: { code: 'outcome.reason_unscored' } },
  });
  await expect(stage('district_officer', one(0), 'proposed')).rejects.toMatchObject({
    reason: { code: 'outcome.only_serving' },
  });
  await stage('commune_officer', one(1), 'not_recognised', 'Chưa có kết quả');
  const staged = (await rows('commune_officer')).map((each) => each.staged);
  expect(staged).toMatchObject([{ verdict: 'proposed', total: 7000, counted: 1 }, { reason: 'Chưa có kết quả' }, null]);
});

test('before it is applied nobody outside the council knows, and nothing has moved', async () => {
  for (const person of ['registrant', 'sector_officer', 'sibling_officer'] as const)
    expect(await read(as(person), (db) => db.selectFrom('staged_verdict').selectAll().execute())).toEqual([]);
  expect(await stateOf(one(0))).toBe('self_assessed');
});

test('applied, they take effect together and only as the preview showed them; pressed at once, once', async () => {
  const seen = written(await rows('commune_officer'));
  await stage('commune_officer', one(2), 'proposed', 'Đã đi thực tế');
  await expect(applyStaged(as('commune_officer'), { teamId, seen })).rejects.toMatchObject({
    reason: { code: 'outcome.changed' },
  });
  await stage('commune_officer', one(2), 'none');
  expect(await stateOf(one(0))).toBe('self_assessed');
  const presses = Array.from({ length: 6 }, () => applyStaged(as('commune_officer'), { teamId, seen }));
  const done = (await Promise.allSettled(presses)).filter((each) => each.status === 'fulfilled');
  expect(done).toHaveLength(1);
  expect([await stateOf(one(0)), await stateOf(one(1)), await stateOf(one(2))]).toEqual([
    ...['proposed', 'not_recognised', 'self_assessed'],
  ]);
  const kept = await cast.asOwner(`select verdict, reason from appraisal order by id`);
  expect(kept).toEqual([
    { verdict: 'proposed', reason: '' },
    { verdict: 'not_recognised', reason: 'Chưa có kết quả' },
  ]);
  const minutes = await read(as('commune_officer'), (db) => minutesOf(db, teamId));
  expect(minutes).toMatchObject([
    { verdict: 'proposed', total: 7000, counted: 1, appliedOn: '2026-03-10' },
    { verdict: 'not_recognised', reason: 'Chưa có kết quả' },
  ]);
});

test('nobody stages what they are tied to, by the policy and past it', async () => {
  await declareTie(as('commune_officer'), {
    registrationId: one(2),
    personId: idOfPerson('committee_member'),
    tie: 'mentor',
  });
  await expect(stage('committee_member', one(2), 'proposed', 'x')).rejects.toMatchObject({
    ...{ kind: 'forbidden', reason: { code: 'review.conflict.mentor' } },
  });
});
