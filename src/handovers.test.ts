import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDraft, saveDraft } from '#modules/initiatives/draft/server/actions.ts';
import { returnRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { handOver, proposeHandover } from '#modules/people/handover/server/actions.ts';
import { draftsOfOffice, handoverById, listHandovers } from '#modules/people/handover/server/queries.ts';
import { reorganise, undoReorganisation } from '#modules/people/transition/server/actions.ts';
import type { Context } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, NOW, openCast, PERSON_NAMES, type PersonName, units } from '../tests/support/cast.ts';
import { leadTo, send, wholeForm } from '../tests/support/initiatives.ts';
import { confirmedContext, sessionContext } from '../tests/support/sessions.ts';
import { dutiesOf } from './duties.ts';
import { confirmProposal, handoverForm, minutesOf, submitHandover } from './handovers.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());
/** A province of its own for a test that leaves much behind. */
const afresh = async () => {
  await cast.close();
  cast = await openCast();
};

const ON = '2026-03-10';
const idOf = (person: PersonName) => PERSON_NAMES.indexOf(person) + 1;
const appointmentOf = async (person: PersonName, unit: number) => {
  const [row] = await cast.asOwner<{ id: number }>('select id from appointment where person_id = $1 and unit_id = $2', [
    idOf(person),
    unit,
  ]);
  return row?.id as number;
};
const secondOffice = (person: PersonName, unit: number, role = 'commune_officer') =>
  cast.asOwner(
    `insert into appointment (person_id, role, unit_id, valid) values ($1, $2, $3, '[2015-01-01,2027-01-01)')`,
    [idOf(person), role, unit],
  );
const draft = async (ctx: Context, name: string, over: object) => {
  const { id, version } = await createDraft(ctx, {});
  await saveDraft(ctx, { id, version, ...wholeForm({ name }), ...over });
};
const draftNames = async (person: PersonName) =>
  (
    await cast.asOwner<{ name: string }>(
      `select content ->> 'name' as name from draft where owner_id = $1 order by 1`,
      [idOf(person)],
    )
  ).map(({ name }) => name);
const kinds = async (ctx: Context) => (await dutiesOf(ctx)).map(({ kind }) => kind).sort();
const given = (appointmentId: number, username: PersonName = 'sibling_officer', on = ON) => ({
  appointmentId,
  username,
  on,
  note: 'Sổ theo dõi và con dấu.',
});

/** The officer of the commune serves next door too; something of every kind waits in the commune. */
async function busyOffice() {
  await secondOffice('commune_officer', units.sibling);
  const ids: Record<string, number> = {};
  for (const state of ['submitted', 'self_assessed', 'proposed']) {
    ids[state] = (await send(cast, 'registrant', { name: state })).registrationIds[0] as number;
    if (state !== 'submitted') await leadTo(cast, ids[state], state as 'proposed');
  }
  const officer = await sessionContext(cast, 'commune_officer');
  await draft(officer, 'của xã', { unitId: units.commune });
  await draft(officer, 'của xã bên', { unitId: units.sibling });
  await draft(officer, 'chưa có nơi', { unitId: 0 });
  return { office: await appointmentOf('commune_officer', units.commune), ids };
}

test('a duty that comes with a seat on a body goes with it', async () => {
  await cast.asOwner(`with b as (insert into body (kind, name, unit_id, founding_number, founded_on, valid) values
      ('steering_committee', 'Ban', 4, '1', '2020-01-01', '[2020-01-01,)') returning id),
    m as (insert into body_member (body_id, person_id, role, valid) select id, 5, 'member', '[2020-01-01,)' from b returning id)
    update appointment set body_member_id = m.id from m where person_id = 5`);
  const office = await appointmentOf('committee_member', units.commune);
  await expect(proposeHandover(cast.contextFor('committee_member'), given(office))).rejects.toMatchObject({
    reason: { code: 'handover.of_body' },
  });
});

test('an office is handed over by who may appoint, proposed by its holder, and does not exist for others', async () => {
  const office = await appointmentOf('commune_officer', units.commune);
  const answers: Record<string, string> = {};
  for (const person of PERSON_NAMES) {
    const ctx = await confirmedContext(cast, person);
    // What is wrong with the form is asked after the right.
    answers[person] = await handOver(ctx, given(office, 'commune_officer')).then(
      () => 'done',
      (failure) => failure.reason?.code ?? String(failure),
    );
  }
  expect(answers).toEqual({
    registrant: 'refusal.missing',
    commune_officer: 'handover.why_not.own',
    district_officer: 'handover.why_not.appoints',
    provincial_officer: 'handover.why_not.appoints',
    committee_member: 'handover.why_not.appoints',
    sector_officer: 'refusal.missing',
    administrator: 'form.invalid',
    auditor: 'refusal.read_only',
    sibling_registrant: 'refusal.missing',
    sibling_officer: 'refusal.missing',
    other_registrant: 'refusal.missing',
    other_officer: 'refusal.missing',
    other_district_officer: 'refusal.missing',
  });
  const { id } = await proposeHandover(cast.contextFor('commune_officer'), given(office, 'other_officer'));
  for (const [person, sees] of [
    ['other_officer', true],
    ['district_officer', true],
    ['sibling_officer', false],
  ] as const) {
    const ctx = cast.contextFor(person);
    const found = await read(ctx, (db) => listHandovers(db));
    expect([person, found.length]).toEqual([person, sees ? 1 : 0]);
    if (!sees) await expect(read(ctx, (db) => handoverById(db, id))).rejects.toMatchObject({ status: 404 });
  }
});

test('two who hand over one office at once: one does, the other is told', async () => {
  const office = await appointmentOf('other_district_officer', units.otherDistrict);
  const administrator = await confirmedContext(cast, 'administrator');
  const answers = await Promise.allSettled(
    (['sibling_officer', 'other_officer', 'committee_member'] as const).map((to) =>
      handOver(administrator, given(office, to)),
    ),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const told = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.reason.code] : []));
  expect(told.every((code) => ['handover.over', 'handover.already'].includes(code))).toBe(true);
  expect(
    await cast.asOwner(
      `select from appointment where unit_id = $1 and role = 'district_officer' and valid @> $2::date`,
      [units.otherDistrict, ON],
    ),
  ).toHaveLength(1);
});

test('two colleagues hand over to one at once, who gets one appointment, with the end that was set', async () => {
  await secondOffice('other_officer', units.commune);
  await secondOffice('sibling_officer', units.commune);
  const administrator = await confirmedContext(cast, 'administrator');
  const offices = [
    await appointmentOf('other_officer', units.commune),
    await appointmentOf('sibling_officer', units.commune),
  ];
  await Promise.all(offices.map((office) => handOver(administrator, given(office, 'district_officer'))));
  expect(
    await cast.asOwner('select valid::text from appointment where person_id = $1 and unit_id = $2', [
      idOf('district_officer'),
      units.commune,
    ]),
  ).toEqual([{ valid: '[2026-03-10,2027-01-01)' }]);
});

test('of two offices one above the other, a draft belongs to the nearer; what no place tells stays with its writer', async () => {
  await secondOffice('provincial_officer', units.otherDistrict, 'district_officer');
  const officer = await sessionContext(cast, 'provincial_officer');
  await draft(officer, 'trong huyện', { unitId: units.otherCommune });
  await draft(officer, 'nơi khác', { unitId: units.commune });
  await draft(officer, 'chưa có nơi', { unitId: 0 });
  const offices = [
    await appointmentOf('provincial_officer', units.province),
    await appointmentOf('provincial_officer', units.otherDistrict),
  ];
  const count = (id: number) => read(officer, (db) => draftsOfOffice(db, id, ON));
  expect(await Promise.all(offices.map(count))).toEqual([1, 1]);
  // Nothing of it is told to who has nothing to do with the office.
  const stranger = cast.contextFor('other_registrant');
  expect(await read(stranger, (db) => draftsOfOffice(db, offices[1] as number, ON))).toBe(0);
});

test('who registers for a hamlet hands that over too, with its drafts and what waits to be sent again', async () => {
  const { registrationIds } = await send(cast, 'registrant', { name: 'thiếu ảnh' });
  await returnRegistration(cast.contextFor('commune_officer'), {
    id: registrationIds[0] as number,
    reason: 'Thiếu ảnh.',
  });
  await draft(cast.contextFor('registrant'), 'viết dở', {});
  const office = await appointmentOf('registrant', units.commune);
  const administrator = await confirmedContext(cast, 'administrator');
  const { moved } = await handOver(administrator, given(office, 'sibling_registrant'));
  expect(moved).toEqual({ continue_draft: 1 });
  const successor = await sessionContext(cast, 'sibling_registrant');
  expect(successor.scope.registrants).toEqual([2, 1]);
  expect(await kinds(successor)).toEqual(['continue_draft', 'receive_handover', 'send_again']);
  expect(await kinds(await sessionContext(cast, 'registrant'))).toEqual([]);
});

test('what is previewed is what moves: duties and drafts of that office, and of no other', async () => {
  await afresh();
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
  await afresh();
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

test('nobody gets to see by a handover what the leaver was not approved to see', async () => {
  await afresh();
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
  await afresh();
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
