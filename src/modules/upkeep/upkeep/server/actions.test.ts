import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { recognised } from '../../../../../tests/support/recognised.ts';
import { dutiesOf } from '../../../../duties.ts';
import type { SHOWN } from '../schema.ts';
import * as acts from './actions.ts';
import { upkeepOf } from './queries.ts';
import { listUpkeep } from './queries-list.ts';

let cast: Cast;
let id: number;
let made = 0;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());
beforeEach(async () => {
  made += 1;
  id = (await recognised(cast, `Tuyến đường hoa số ${made}`)).id;
});

const on = (day: string) => new Date(`${day}T03:00:00Z`);
const upkeep = (day: string, person: PersonName = 'commune_officer') => {
  const ctx = cast.contextFor(person, on(day));
  return read(ctx, (db) => upkeepOf(db, ctx, id));
};
const list = (day: string, show: (typeof SHOWN)[number] = 'stock', person: PersonName = 'commune_officer') => {
  const ctx = cast.contextFor(person, on(day));
  return read(ctx, (db) => listUpkeep(db, ctx, { on: day, cycle: cycles.current, show }));
};
const check = (day: string, finding: 'effective' | 'needs_support' | 'stopped', note = '') =>
  acts.checkUpkeep(cast.contextFor('commune_officer', on(day)), { id, finding, note });

test('a year after its recognition a model lapses until somebody looks at it; the check is the keeper’s duty before that', async () => {
  const duties = async (day: string, person: PersonName = 'commune_officer') =>
    (await dutiesOf(cast.contextFor(person, on(day)))).filter(({ kind }) => kind === 'check_upkeep');
  expect(await upkeep('2026-03-05')).toMatchObject({ standing: 'kept_up', dueOn: '2027-03-01', events: [] });
  expect(await duties('2027-01-15')).toEqual([]);
  expect(await duties('2027-02-10')).toMatchObject([{ dueOn: '2027-03-01', href: `/office/initiatives/${id}/upkeep` }]);
  expect(await duties('2027-02-10', 'registrant')).toEqual([]);
  expect(await duties('2027-02-10', 'district_officer')).toEqual([]);
  expect(await upkeep('2027-03-02')).toMatchObject({ standing: 'lapsed' });
  await check('2027-03-05', 'effective');
  expect(await upkeep('2027-03-05')).toMatchObject({ standing: 'kept_up', dueOn: '2028-03-05' });
  expect(await duties('2027-03-05')).toEqual([]);
  const [audit] = await cast.asOwner(
    `select act, unit_id, before, after from audit_event where subject_kind = 'initiative' and subject_id = $1`,
    [id],
  );
  expect(audit).toMatchObject({ act: 'upkeep.check', before: { standing: 'lapsed' }, after: { standing: 'kept_up' } });
});

test('stops with grounds and works again; is revoked by who recognised it, and restored', async () => {
  await check('2026-05-01', 'stopped', 'Không còn người tham gia');
  expect(await upkeep('2026-05-02')).toMatchObject({ standing: 'stopped', dueOn: null });
  await expect(check('2026-05-02', 'effective')).rejects.toMatchObject({
    reason: { code: 'upkeep.why_not.state.check' },
  });
  const as = (person: PersonName) => cast.contextFor(person, on('2026-05-03'));
  await acts.resumeUpkeep(as('district_officer'), { id, note: 'Có tổ trưởng mới' });
  const grounds = { id, note: 'Quyết định 5-QĐ/BCĐ: báo cáo sai' };
  await expect(acts.revokeRecognition(as('district_officer'), grounds)).rejects.toMatchObject({
    reason: { code: 'upkeep.why_not.level_commune' },
  });
  await expect(acts.revokeRecognition(as('sibling_officer'), grounds)).rejects.toMatchObject({ kind: 'missing' });
  await acts.revokeRecognition(as('committee_member'), grounds);
  expect(await upkeep('2026-05-03')).toMatchObject({ standing: 'revoked' });
  // The year in which it was recognised keeps counting it so.
  expect(await cast.asOwner('select state from registration where initiative_id = $1', [id])).toEqual([
    { state: 'recognised' },
  ]);
  await acts.restoreRecognition(as('commune_officer'), { id, note: 'Xét lại' });
  const story = (await upkeep('2026-05-03'))?.events.map(({ act }) => act);
  expect(story).toEqual(['restore', 'revoke', 'resume', 'check']);
});

test('is not judged on a page that is out of date, nor by who may not', async () => {
  await check('2026-04-01', 'effective');
  const as = (person: PersonName) => cast.contextFor(person, on('2026-04-02'));
  const refused = { reason: { code: 'upkeep.moved_on' } };
  await expect(acts.checkUpkeep(as('commune_officer'), { id, finding: 'effective', seen: 0 })).rejects.toMatchObject(
    refused,
  );
  for (const person of ['registrant', 'auditor', 'committee_member'] as const)
    await expect(acts.checkUpkeep(as(person), { id, finding: 'effective' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
});

test('stock on a day and flow of a year are told apart, with the rows behind both', async () => {
  const before = await list('2026-06-01');
  await check('2026-06-10', 'stopped', 'Dừng');
  const then = await list('2026-06-01');
  expect(then.counts).toEqual(before.counts);
  const now = await list('2026-06-20');
  expect(now.counts.kept_up).toBe((before.counts.kept_up as number) - 1);
  expect(now.counts.recognised).toBe(before.counts.recognised);
  expect((await list('2026-06-20', 'stopped')).lines.at(-1)).toMatchObject({ id, checkedOn: '2026-06-10' });
  expect((await list('2026-06-20', 'recognised')).lines).toHaveLength(before.counts.recognised);
  expect((await list('2026-06-20', 'recognised', 'sibling_officer')).lines).toEqual([]);
  expect((await list('2026-06-20', 'recognised', 'registrant')).lines).toHaveLength(before.counts.recognised);
  const { queries } = cast.database;
  await list('2026-06-20');
  expect(cast.database.queries - queries).toBeLessThanOrEqual(2);
});
