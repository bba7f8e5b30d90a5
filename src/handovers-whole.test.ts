import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handOver, proposeHandover } from '#modules/people/handover/server/actions.ts';
import { reorganise, undoReorganisation } from '#modules/people/transition/server/actions.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, NOW, openCast, type PersonName, units } from '../tests/support/cast.ts';
import { handing, ON } from '../tests/support/handovers.ts';
import { send } from '../tests/support/initiatives.ts';
import { confirmedContext, sessionContext } from '../tests/support/sessions.ts';
import { dutiesOf } from './duties.ts';
import { confirmProposal, handoverForm, minutesOf, submitHandover } from './handovers.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.close());

const { idOf, appointmentOf, secondOffice, draftNames, kinds, given, busyOffice } = handing(() => cast);

test('what is previewed is what moves: duties and drafts of that office, and of no other', async () => {
  const { office, ids } = await busyOffice();
  const administrator = await confirmedContext(cast, 'administrator');
  const asked = new URLSearchParams({ appointment: String(office), username: 'other_officer', on: '10/03/2026' });
  const { preview } = await handoverForm(administrator, idOf('commune_officer'), asked);
  const waiting = { accept: 1, appraise: 1, decide: 1, continue_draft: 1 };
  expect(preview).toMatchObject({ waiting, atOnce: true, stays: [{ unit: 'Xã Đông Hai' }] });

  const values = {
    appointmentId: String(office),
    username: 'other_officer',
    on: ON,
    note: 'Con dấu',
    how: 'at_once',
    key: 'k',
  };
  const { id } = await submitHandover(administrator, idOf('commune_officer'), values);
  expect(await submitHandover(administrator, idOf('commune_officer'), values)).toEqual({ id, done: 'done' });

  const [leaver, successor] = [
    await sessionContext(cast, 'commune_officer'),
    await sessionContext(cast, 'other_officer'),
  ];
  expect(leaver.actor.appointments.map(({ unitId }) => unitId)).toEqual([units.sibling]);
  expect(successor.actor.appointments.map(({ unitId }) => unitId)).toEqual([units.otherCommune, units.commune]);
  expect(await draftNames('commune_officer')).toEqual(['chưa có nơi', 'của xã bên']);
  expect(await draftNames('other_officer')).toEqual(['của xã']);
  expect(await kinds(leaver)).toEqual(['continue_draft', 'continue_draft']);
  expect(await kinds(successor)).toEqual(['accept', 'appraise', 'continue_draft', 'decide', 'receive_handover']);

  const { handover } = await minutesOf(administrator, id);
  expect(handover).toMatchObject({
    from: 'commune officer',
    to: 'other officer',
    state: 'done',
    moved: waiting,
    note: 'Con dấu',
  });
  // What was done before keeps its author.
  expect(
    await cast.asOwner('select appraiser_id as by from appraisal where registration_id = $1', [ids.proposed]),
  ).toEqual([]);
  expect(
    await cast.asOwner(
      'select distinct actor_id as by from registration_event where registration_id = $1 and act = $2',
      [ids.self_assessed, 'accept'],
    ),
  ).toEqual([{ by: idOf('commune_officer') }]);
  const [told] = await cast.asOwner(
    `select actor_id, unit_id, after -> 'moved' as moved from audit_event where act = 'handover.carry_out'`,
  );
  expect(told).toEqual({ actor_id: idOf('administrator'), unit_id: units.commune, moved: waiting });
});

test('who leaves proposes, who appoints confirms on the day, the successor takes note; each is a duty until it is done', async () => {
  const { office } = await busyOffice();
  const officer = await sessionContext(cast, 'commune_officer');
  const { id } = await submitHandover(officer, idOf('commune_officer'), {
    appointmentId: String(office),
    username: 'other_officer',
    on: '2026-03-12',
    note: '',
  });
  expect(await draftNames('commune_officer')).toHaveLength(3);
  const early = await confirmedContext(cast, 'administrator');
  expect((await dutiesOf(early)).find(({ kind }) => kind === 'hand_over')).toMatchObject({
    names: ['commune officer'],
    whose: 'other officer',
    where: 'Xã Đông Một',
    dueOn: '2026-03-12',
    href: `/office/handovers/${id}`,
  });
  expect((await minutesOf(early, id)).confirm).toEqual({ code: 'handover.not_yet' });
  await expect(confirmProposal(early, id)).rejects.toMatchObject({ reason: { code: 'handover.not_yet' } });
  await expect(proposeHandover(officer, given(office))).rejects.toMatchObject({ reason: { code: 'handover.already' } });

  const onTheDay = new Date(NOW.getTime() + 2 * 86_400_000);
  const administrator = await confirmedContext(cast, 'administrator', onTheDay);
  await confirmProposal(administrator, id);
  expect(await kinds({ ...administrator })).not.toContain('hand_over');
  const successor = { ...(await sessionContext(cast, 'other_officer')), now: onTheDay };
  expect(await kinds(successor)).toContain('receive_handover');
  expect((await minutesOf(successor, id)).receive).toBe(true);
});

test('a handover is no way to read out who has an account: each name is on record, and so many an hour', async () => {
  const office = await appointmentOf('sibling_officer', units.sibling);
  const person = idOf('sibling_officer');
  const officer = await sessionContext(cast, 'sibling_officer');
  const asked = (username: string) =>
    handoverForm(officer, person, new URLSearchParams({ appointment: String(office), username, on: '2026-03-12' }));
  expect((await asked('khong.co')).problems.username).toEqual({ code: 'handover.successor_unknown' });
  const form = { appointmentId: String(office), username: 'khong.co.nua', on: '2026-03-12' };
  await expect(submitHandover(officer, person, form)).rejects.toMatchObject({ reason: { code: 'form.invalid' } });
  const tried = await cast.asOwner(
    `select after ->> 'username' as name from audit_event where act = 'handover.name_successor' and actor_id = $1 order by id`,
    [person],
  );
  expect(tried.map(({ name }) => name)).toEqual(['khong.co', 'khong.co.nua']);
  for (let more = tried.length; more < 60; more += 1) await asked('khong.co');
  await expect(asked('registrant')).rejects.toMatchObject({ reason: { code: 'account.too_many_names' } });
  await expect(submitHandover(officer, person, form)).rejects.toMatchObject({
    reason: { code: 'account.too_many_names' },
  });
});

test('nobody gets to see by a handover what the leaver was not approved to see', async () => {
  await secondOffice('other_district_officer', units.commune);
  await reorganise(cast.contextFor('administrator'), {
    resolution: '1/NQ',
    plan: {
      effectiveOn: '2026-02-01',
      created: [],
      ended: [],
      changed: [{ unitId: units.otherCommune, parent: units.district }],
      successions: [],
    },
  });
  const office = await appointmentOf('district_officer', units.district);
  await handOver(await confirmedContext(cast, 'administrator'), given(office, 'sibling_officer'));
  const successor = await sessionContext(cast, 'sibling_officer');
  const seen = await read(successor, (db) =>
    rowsOf(db, sql<{ units: number[] }>`select array(select unnest(scope_units()) order by 1) as units`),
  );
  expect(seen).toEqual([{ units: [units.district, units.commune, units.sibling] }]);
});

test('before its unit ends, an office goes with what is proposed for it and with the keeping of its work; nothing comes back to the leaver', async () => {
  const { registrationIds } = await send(cast, 'registrant', { name: 'còn mở' });
  const act = await reorganise(cast.contextFor('administrator'), {
    resolution: '2/NQ',
    plan: {
      effectiveOn: '2026-04-01',
      created: [{ key: 'n', name: 'Xã Mới', kind: 'commune', code: null, parent: units.district }],
      ended: [units.commune],
      changed: [],
      successions: [{ from: units.commune, to: 'n', share: 'whole' }],
    },
  });
  const office = await appointmentOf('commune_officer', units.commune);
  await handOver(await confirmedContext(cast, 'administrator'), given(office, 'other_officer'));
  const later = new Date('2026-04-02T08:00:00+07:00');
  const keeps = async (person: PersonName) => {
    const { actor } = await confirmedContext(cast, person, later);
    return actor.appointments.filter(({ kept }) => kept !== null).map(({ kept }) => kept);
  };
  expect([await keeps('commune_officer'), await keeps('other_officer')]).toEqual([[], [[units.commune]]]);
  expect(registrationIds).toHaveLength(1);
  const open = await cast.asOwner(
    `select a.person_id as id from appointment_proposal p join appointment a on a.id = p.appointment_id
      where p.reorganisation_id = $1 and p.state = 'proposed' and a.role = 'commune_officer'`,
    [act.id],
  );
  expect(open).toEqual([{ id: idOf('other_officer') }]);
  await undoReorganisation(cast.contextFor('administrator'), { id: act.id });
  const { actor } = await confirmedContext(cast, 'commune_officer', later);
  expect(actor.appointments).toEqual([]);
});
