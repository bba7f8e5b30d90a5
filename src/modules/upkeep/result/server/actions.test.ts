import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { recognised } from '../../../../../tests/support/recognised.ts';
import { dutiesOf } from '../../../../duties.ts';
import { claimResult, takeBackResult, verifyResult } from './actions.ts';
import { resultsPage } from './queries.ts';
import { listResults } from './queries-list.ts';
import { resultSheet } from './queries-sheet.ts';

let cast: Cast;
let initiativeId: number;
beforeAll(async () => {
  cast = await openCast();
  initiativeId = (await recognised(cast, 'Cầu Kênh Ba')).id;
});
afterAll(() => cast.close());

const money = { kind: 'money', name: 'Tiền góp làm cầu', before: '', after: '1.250,5' } as const;
const claim = async (over: object = {}, person: PersonName = 'registrant') =>
  (await claimResult(cast.contextFor(person), { initiativeId, cycleId: cycles.current, ...money, ...over })).id;
const list = (filter: object = {}, person: PersonName = 'district_officer') => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => listResults(db, ctx, { cycle: cycles.current, ...filter }));
};

test('is claimed by who registered it, verified by an office that did not claim it, and summed apart', async () => {
  const id = await claim();
  await claim({ kind: 'custom', unit: 'cây', name: 'Cây trồng mới', before: '20', after: '100' });
  const own = await claim({ name: 'Tiền cán bộ báo', after: '100' }, 'commune_officer');
  const asked = { id: own, initiativeId };
  await expect(verifyResult(cast.contextFor('commune_officer'), asked)).rejects.toMatchObject({
    reason: { code: 'result.why_not.own' },
  });
  for (const person of ['registrant', 'committee_member', 'auditor', 'sector_officer'] as const)
    await expect(verifyResult(cast.contextFor(person), asked)).rejects.toMatchObject({ kind: 'forbidden' });
  // It waits for the office that keeps the model, but for what that officer has claimed.
  const waiting = async (person: PersonName) =>
    (await dutiesOf(cast.contextFor(person))).filter(({ kind }) => kind === 'verify_result').map(({ count }) => count);
  expect([await waiting('commune_officer'), await waiting('sibling_officer')]).toEqual([[2], []]);
  await verifyResult(cast.contextFor('commune_officer'), { id, initiativeId });
  expect(await waiting('commune_officer')).toEqual([1]);
  const { sums, total } = await list();
  expect(sums).toEqual([
    { kind: 'money', unit: '', claimed: 100, verified: 1250.5, claimedCount: 1, verifiedCount: 1, models: 1 },
    { kind: 'custom', unit: 'cây', claimed: 80, verified: 0, claimedCount: 1, verifiedCount: 0, models: 1 },
  ]);
  expect(total).toBe(3);
  expect((await list({ kind: 'money', state: 'claimed' })).lines).toMatchObject([{ id: own, model: 'Cầu Kênh Ba' }]);
  expect(await list({}, 'sibling_officer')).toMatchObject({ sums: [], lines: [], total: 0 });
});

test('what was wrong is taken back with its reason, counts no more and stays to be read', async () => {
  const id = await claim({ after: '5' });
  const before = (await list()).sums[0]?.claimed as number;
  await expect(takeBackResult(cast.contextFor('registrant'), { id, initiativeId })).rejects.toMatchObject({
    fields: { note: { code: 'registration.reason.missing' } },
  });
  await takeBackResult(cast.contextFor('registrant'), { id, initiativeId, note: 'Ghi nhầm' });
  expect((await list()).sums[0]?.claimed).toBe(before - 5);
  const ctx = cast.contextFor('registrant');
  const { results } = await read(ctx, (db) => resultsPage(db, ctx, initiativeId));
  expect(results[0]).toMatchObject({ id, state: 'taken_back', note: 'Ghi nhầm' });
  await expect(verifyResult(cast.contextFor('district_officer'), { id, initiativeId })).rejects.toMatchObject({
    reason: { code: 'result.why_not.taken_back' },
  });
});

test('asks for a figure, a unit of one’s own kind, and a year of the model', async () => {
  const fields = async (over: object) => {
    const refused = await claim(over).catch((problem: { fields: object }) => problem);
    return Object.keys((refused as { fields: object }).fields);
  };
  expect(await fields({ after: 'nhiều' })).toEqual(['after']);
  expect(await fields({ before: '-1', name: ' ' })).toEqual(['name', 'before']);
  expect(await fields({ kind: 'custom' })).toEqual(['unit']);
  expect(await fields({ cycleId: 1 })).toEqual(['cycleId']);
  await expect(claim({}, 'sibling_officer')).rejects.toMatchObject({ kind: 'missing' });
});

test('a file holds the rows behind the sums', async () => {
  const ctx = cast.contextFor('district_officer');
  const words = { t: wordsIn('vi'), language: 'vi' as const, cycle: '2026' };
  const sheet = await read(ctx, (db) => resultSheet(db, ctx, { cycle: cycles.current }, 'csv', words));
  const parts: Uint8Array[] = [];
  for await (const part of sheet.bytes) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  expect(text.trim().split('\n')).toHaveLength(sheet.rows + 1);
  expect(text).toContain('Cầu Kênh Ba');
});
