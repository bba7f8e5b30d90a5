import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, write } from '#platform/server/db.ts';
import { type Cast, NOW, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { idOfPerson, score, scoredBy } from '../../../../../tests/support/reviews.ts';
import { dutiesOf } from '../../../../duties.ts';
import { giveFeedback, prepareFeedback, readFeedback } from '../../feedback/server/actions.ts';
import { feedbackPage } from '../../feedback/server/queries.ts';
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

test('feedback is made of the words meant for the registrant, known to the council until the verdict is applied', async () => {
  const { registrationIds } = await send(cast, 'registrant', { name: 'Mô hình Bốn giúp dân' });
  const id = registrationIds[0] as number;
  await leadTo(cast, id, 'self_assessed');
  const page = (person: PersonName) => read(as(person), (db) => feedbackPage(db, as(person), id));
  const seen = async () => (await page('commune_officer')).standing.revision ?? 0;
  const words = 'Nên ghi sổ từng hộ.';
  const prepare = async (person: PersonName, feedback: string) =>
    prepareFeedback(as(person), { registrationId: id, seen: await seen(), feedback });
  await shareWork(as('commune_officer'), { id: teamId, how: 'by_field' });
  await expect(prepare('commune_officer', words)).rejects.toMatchObject({
    reason: { code: 'feedback.why_not.unstaged' },
  });
  await stage('commune_officer', id, 'proposed', 'Đã đi thực tế');
  // Whose own scores are not in yet sees nobody's words, and writes none of them.
  await expect(prepare('committee_member', words)).rejects.toMatchObject({ reason: { code: 'review.hidden' } });
  await score(cast, 'committee_member', id, [20, 30], words);
  expect(await page('commune_officer')).toMatchObject({ words: [words], staged: '' });
  const preview = written(await rows('commune_officer'));
  const told = '<b>Tốt</b>: nên ghi sổ từng hộ.';
  await expect(
    prepareFeedback(as('commune_officer'), { registrationId: id, seen: 99, feedback: told }),
  ).rejects.toMatchObject({ reason: { code: 'feedback.changed' } });
  await prepare('commune_officer', told);
  // The registrant, and whoever else reads the model without being of the council, knows of nothing.
  for (const person of ['registrant', 'sector_officer'] as const)
    expect(await page(person)).toMatchObject({ words: [], staged: '', said: [], standing: { revision: null } });
  const duties = async () => (await dutiesOf({ ...as('registrant') })).filter(({ kind }) => kind === 'read_feedback');
  expect(await duties()).toEqual([]);
  // What is applied is what the preview showed, its feedback too.
  await expect(applyStaged(as('commune_officer'), { teamId, seen: preview })).rejects.toMatchObject({
    reason: { code: 'outcome.changed' },
  });
  await applyStaged(as('commune_officer'), { teamId, seen: written(await rows('commune_officer')) });
  const { said } = await page('registrant');
  expect(said.map(({ act, details }) => [act, details.feedback])).toEqual([
    ['feedback', told],
    ['propose', undefined],
  ]);
  expect(await duties()).toMatchObject([{ names: ['Mô hình Bốn giúp dân'] }]);
  const eventId = said[0]?.id ?? 0;
  await expect(readFeedback(as('commune_officer'), { registrationId: id, seen: eventId })).rejects.toMatchObject({
    reason: { code: 'feedback.why_not.registrant' },
  });
  await readFeedback(as('registrant'), { registrationId: id, seen: eventId });
  expect(await duties()).toEqual([]);
  // Said again, it is new to the registrant; who is tied to the model says nothing, by the policy and past it.
  const again = { registrationId: id, feedback: 'Nên mời thêm các hộ bên kia kênh.' };
  await expect(giveFeedback(as('commune_officer'), { ...again, seen: 0 })).rejects.toMatchObject({
    reason: { code: 'feedback.changed' },
  });
  await giveFeedback(as('commune_officer'), { ...again, seen: eventId });
  expect(await duties()).toHaveLength(1);
  const tie = { registrationId: id, personId: idOfPerson('committee_member'), tie: 'kin' as const };
  await declareTie(as('commune_officer'), tie);
  await expect(giveFeedback(as('committee_member'), { ...again, seen: 99 })).rejects.toMatchObject({
    reason: { code: 'review.conflict.kin' },
  });
  const past = { registration_id: id, act: 'feedback', state: 'proposed', actor_name: 'x', at: NOW, details: '{}' };
  await expect(
    write(as('committee_member'), (tx) => tx.insertInto('registration_event').values(past).execute()),
  ).rejects.toThrow(/row-level security/);
});

test('a refused model is told what to do better after its verdict too, by who may judge it', async () => {
  const say = (person: PersonName, id: number) =>
    giveFeedback(as(person), { registrationId: id, seen: 0, feedback: 'Cần có sổ theo dõi.' });
  await say('commune_officer', one(1));
  await expect(say('district_officer', one(0))).rejects.toMatchObject({
    reason: { code: 'registration.why_not.level_commune' },
  });
  await expect(say('commune_officer', one(2))).rejects.toMatchObject({
    reason: { code: 'registration.why_not.state.feedback' },
  });
  await expect(say('sibling_officer', one(1))).rejects.toMatchObject({ kind: 'missing' });
  const [event] = await cast.asOwner(
    `select subject_id::integer, after ->> 'feedback' as feedback from audit_event where act = 'registration.feedback' order by id desc limit 1`,
  );
  expect(event).toEqual({ subject_id: one(1), feedback: 'Cần có sổ theo dõi.' });
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
