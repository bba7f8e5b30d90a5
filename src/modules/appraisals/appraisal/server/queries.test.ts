import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selfAssessRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, PERSON_NAMES, type PersonName } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import type { QueueFilter } from '../schema.ts';
import { giveVerdict } from './actions.ts';
import { appraisalSheet } from './queries.ts';
import { listQueue, nextInQueue } from './queries-queue.ts';

let cast: Cast;
const ids: number[] = [];
beforeAll(async () => {
  cast = await openCast();
  for (const [minute, name] of ['Một', 'Hai', 'Ba'].entries()) {
    const { registrationIds } = await send(cast, 'registrant', { name });
    const id = registrationIds[0] as number;
    ids.push(id);
    await leadTo(cast, id, 'accepted');
    const later = new Date(cast.contextFor('registrant').now.getTime() + minute * 60_000);
    await selfAssessRegistration(cast.contextFor('registrant', later), { id, reason: `Kết quả của ${name}` });
  }
});
afterAll(() => cast.close());

const queue = (person: PersonName, filter: QueueFilter = {}) => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => listQueue(db, ctx, filter));
};
const names = async (person: PersonName, filter: QueueFilter = {}) =>
  (await queue(person, filter)).lines.map((line) => line.name);

describe('the queue', () => {
  test.each(PERSON_NAMES)('of %s holds what their body answers for, the longest waiting first', async (person) => {
    const serves = person === 'commune_officer' || person === 'committee_member';
    expect(await names(person)).toEqual(serves ? ['Một', 'Hai', 'Ba'] : []);
  });

  test('searches without marks, and by cycle and level', async () => {
    expect(await names('commune_officer', { q: 'hai' })).toEqual(['Hai']);
    expect(await names('commune_officer', { cycle: 1 })).toEqual([]);
    expect(await names('commune_officer', { cycle: 2, level: 'commune' })).toHaveLength(3);
  });

  test('goes on after the one that was judged, and begins again at its end', async () => {
    const ctx = cast.contextFor('commune_officer');
    const next = (after?: string) => read(ctx, (db) => nextInQueue(db, ctx, after));
    const place = async (id: number) => (await read(ctx, (db) => appraisalSheet(db, ctx, id)))?.place;
    expect(await next()).toBe(ids[0]);
    expect(await next(await place(ids[0] as number))).toBe(ids[1]);
    expect(await next(await place(ids[2] as number))).toBe(ids[0]);
  });

  test('costs two queries, with one row and with three', async () => {
    const costs: number[] = [];
    for (const q of ['hai', '']) {
      const before = cast.database.queries;
      await queue('commune_officer', q ? { q } : {});
      costs.push(cast.database.queries - before);
    }
    expect(costs).toEqual([2, 2]);
  });
});

describe('the sheet', () => {
  const sheet = (person: PersonName) => {
    const ctx = cast.contextFor(person);
    return read(ctx, (db) => appraisalSheet(db, ctx, ids[0] as number));
  };

  test('holds the version that was sent, the criteria of its subject, and what the registrant wrote', async () => {
    const before = cast.database.queries;
    const read = await sheet('commune_officer');
    expect(cast.database.queries - before).toBe(6);
    expect(read).toMatchObject({
      registration: { id: ids[0], state: 'self_assessed', responsibleUnit: 'Xã Đông Một' },
      record: { parts: { name: 'Một', reason: 'Nội dung của phần reason.' } },
      criteria: [{ code: 'a', subject: 'collective' }],
      selfAssessment: 'Kết quả của Một',
      earlier: [],
    });
  });

  test.each([
    ['registrant', true],
    ['district_officer', true],
    ['auditor', true],
    ['sibling_officer', false],
    ['other_registrant', false],
  ] as const)('is there for %s: %s', async (person, there) => {
    expect((await sheet(person)) !== undefined).toBe(there);
  });
});

test('a verdict leaves the queue for the next tab, and the sheet tells it', async () => {
  const [criterion] = (await cast.asOwner<{ id: number }>(
    `select id from criterion where cycle_id = 2 and subject = 'collective'`,
  )) as [{ id: number }];
  const asked = [criterion.id];
  const ctx = cast.contextFor('committee_member');
  await giveVerdict(ctx, { registrationId: ids[0] as number, verdict: 'proposed', asked, met: asked });
  await giveVerdict(ctx, {
    registrationId: ids[1] as number,
    verdict: 'not_recognised',
    asked,
    met: [],
    reason: 'Chưa đạt',
  });
  expect(await queue('commune_officer')).toMatchObject({ todo: 1, waiting: 1, total: 1, lines: [{ name: 'Ba' }] });
  expect(await names('commune_officer', { tab: 'waiting' })).toEqual(['Một']);
  expect(await queue('commune_officer', { tab: 'done', cycle: 2 })).toMatchObject({
    total: 1,
    lines: [{ name: 'Hai', state: 'not_recognised' }],
  });
  const told = await read(ctx, (db) => appraisalSheet(db, ctx, ids[1] as number));
  expect(told?.earlier).toMatchObject([
    {
      verdict: 'not_recognised',
      reason: 'Chưa đạt',
      appraiserName: 'committee member',
      unit: 'Xã Đông Một',
      asked,
      met: [],
    },
  ]);
});
