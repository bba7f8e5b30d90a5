import { afterAll, beforeAll, expect, test } from 'vitest';
import { returnRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { handOver, proposeHandover } from '#modules/people/handover/server/actions.ts';
import { draftsOfOffice, handoverById, listHandovers } from '#modules/people/handover/server/queries.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, PERSON_NAMES, units } from '../tests/support/cast.ts';
import { handing, ON } from '../tests/support/handovers.ts';
import { send } from '../tests/support/initiatives.ts';
import { confirmedContext, sessionContext } from '../tests/support/sessions.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const { idOf, appointmentOf, secondOffice, draft, kinds, given } = handing(() => cast);

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
