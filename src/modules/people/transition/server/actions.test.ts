import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { sessionContext } from '../../../../../tests/support/sessions.ts';
import { declineRegistration, proposeRegistration } from '../../../initiatives/registration/server/actions-moves.ts';
import { decideProposals, previewReorganisation, reorganise, undoReorganisation } from './actions.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.close());

const merge = {
  effectiveOn: '2026-02-01',
  created: [{ key: 'n', name: 'Xã Đông', kind: 'commune', code: '01103', parent: units.province }],
  ended: [units.commune, units.sibling, units.district],
  changed: [],
  successions: [
    { from: units.commune, to: 'n', share: 'whole' as const },
    { from: units.sibling, to: 'n', share: 'whole' as const },
  ],
};
const apply = (over = {}) =>
  reorganise(cast.contextFor('administrator'), { resolution: '1/NQ', plan: { ...merge, ...over } });
const paths = () => cast.asOwner('select id, path_today::text as path from unit order by id');

test('two communes become one and their district ends: what is said before is what happens, and all of it can be taken back', async () => {
  const ctx = cast.contextFor('administrator');
  const before = await paths();
  const preview = await previewReorganisation(ctx, { resolution: '1/NQ', plan: merge });
  expect(await paths()).toEqual(before);
  const done = await apply();
  expect(done.counts).toEqual({ ended: 3, created: 1, renamed: 0 });
  expect(preview).toMatchObject({ counts: done.counts, appointments: done.appointments });
  expect(done.appointments).toMatchObject({ ended: 6, proposed: 5, moved: 0, gains: 0 });
  expect(preview.people.count).toBe(6);
  expect(preview.people.rows).toContainEqual({
    person: 'commune officer',
    role: 'commune_officer',
    at: 'Xã Đông Một',
    how: 'ended',
    units: ['Xã Đông'],
  });
  const id = done.made[0]?.[1] as number;
  expect(await paths()).toEqual([
    { id: 1, path: '1' },
    { id: 2, path: '1.2' },
    { id: 3, path: '1.3' },
    { id: 4, path: `1.${id}.4` },
    { id: 5, path: `1.${id}.5` },
    { id: 6, path: '1.3.6' },
    { id, path: `1.${id}` },
  ]);
  await undoReorganisation(ctx, { id: done.id });
  expect(await paths()).toEqual(before);
  await expect(undoReorganisation(ctx, { id: done.id })).rejects.toMatchObject({
    reason: { code: 'reorganisation.undone_already' },
  });
});

test('who served at a commune that ended keeps its open work until it is closed, and sees none of what was closed', async () => {
  const open = (await send(cast, 'registrant', { name: 'Còn làm' })).registrationIds[0] as number;
  const other = (await send(cast, 'registrant', { name: 'Cũng còn làm' })).registrationIds[0] as number;
  for (const id of [open, other]) await leadTo(cast, id, 'self_assessed');
  await apply();
  const officer = await sessionContext(cast, 'commune_officer');
  const seen = () =>
    read(officer, async (db) =>
      (await rowsOf(db, sql<{ id: number }>`select id from registration order by id`)).map((row) => row.id),
    );
  expect(await seen()).toEqual([open, other]);
  await declineRegistration(officer, { id: open, reason: 'Chưa có sản phẩm.' });
  expect(await seen()).toEqual([other]);
  await proposeRegistration(officer, { id: other });
  const sibling = await sessionContext(cast, 'sibling_officer');
  await expect(declineRegistration(sibling, { id: other, reason: 'Không phải việc của tôi.' })).rejects.toMatchObject({
    status: 404,
  });
});

test('an approved proposal is a duty at the new unit; what was approved goes when the act is taken back', async () => {
  const { registrationIds } = await send(cast, 'sibling_registrant', {
    unitId: units.sibling,
    registrantName: 'Chi đoàn ấp Tân Lập',
  });
  const { id } = await apply();
  const ctx = cast.contextFor('administrator');
  const proposals = await cast.asOwner<{ id: number }>(
    `select p.id from appointment_proposal p join appointment a on a.id = p.appointment_id join account c using (person_id) where c.username = 'commune_officer'`,
  );
  const ids = proposals.map((each) => each.id);
  const seen = async () => {
    const officer = await sessionContext(cast, 'commune_officer');
    return read(officer, (db) => rowsOf(db, sql<{ id: number }>`select id from registration`));
  };
  expect(await seen()).toEqual([]);
  await decideProposals(ctx, { id, proposals: ids, approve: true });
  expect(await seen()).toEqual([{ id: registrationIds[0] }]);
  // What is in force stands before what is kept.
  const { appointments } = (await sessionContext(cast, 'commune_officer')).actor;
  expect(appointments.map(({ unitName, kept }) => [unitName, kept === null])).toEqual([
    ['Xã Đông', true],
    ['Xã Đông Một', false],
  ]);
  await expect(decideProposals(ctx, { id, proposals: ids, approve: false })).rejects.toMatchObject({
    reason: { code: 'transition.decided_already' },
  });
  await undoReorganisation(ctx, { id });
  expect(await seen()).toEqual([]);
});

test('an act is not taken back while rows or later acts stand on what it made', async () => {
  const ctx = cast.contextFor('administrator');
  const { id, made } = await apply();
  const unit = made[0]?.[1] as number;
  const later = {
    effectiveOn: '2026-03-01',
    created: [],
    ended: [],
    changed: [{ unitId: unit, name: 'Phường Đông', kind: 'ward' }],
    successions: [],
  };
  const renamed = await reorganise(ctx, { resolution: '2/NQ', plan: later });
  await expect(undoReorganisation(ctx, { id })).rejects.toMatchObject({
    reason: { code: 'reorganisation.resting_acts', params: { acts: '2/NQ' } },
  });
  await undoReorganisation(ctx, { id: renamed.id });
  await cast.asOwner(
    `insert into registrant (subject, name, plain_name, unit_id) values ('collective', 'Tổ', 'to', $1)`,
    [unit],
  );
  await expect(undoReorganisation(ctx, { id })).rejects.toMatchObject({
    reason: { code: 'reorganisation.resting_rows' },
  });
});

test('nobody but an administrator changes units, and nothing before what is newer', async () => {
  for (const person of ['provincial_officer', 'auditor', 'commune_officer'] as const)
    await expect(reorganise(cast.contextFor(person), { resolution: '1/NQ', plan: merge })).rejects.toMatchObject({
      status: 403,
      reason: { code: 'reorganisation.why_not.administrator' },
    });
  await apply();
  await expect(
    apply({
      effectiveOn: '2026-01-15',
      ended: [],
      created: [],
      successions: [],
      changed: [{ unitId: units.sibling, name: 'Xã Khác' }],
    }),
  ).rejects.toMatchObject({
    status: 409,
    reason: { code: 'reorganisation.newer' },
  });
});
