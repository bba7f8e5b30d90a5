import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stageVerdict } from '#modules/appraisals/outcome/server/actions.ts';
import { minutesOf } from '#modules/appraisals/outcome/server/queries.ts';
import { declareTie, giveReview, recuse } from '#modules/appraisals/review/server/actions.ts';
import { nextToReview } from '#modules/appraisals/review/server/queries.ts';
import { shareWork } from '#modules/appraisals/team/server/actions.ts';
import { acceptRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import type { Context } from '#platform/server/context.ts';
import { read, write } from '#platform/server/db.ts';
import { enterPeople, signedIn } from '../../../../../tests/support/administered.ts';
import { type Cast, NOW, openCast, PERSON_NAMES, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { idOfPerson, scoredBy, scoringOf } from '../../../../../tests/support/reviews.ts';
import { confirmedContext } from '../../../../../tests/support/sessions.ts';
import { dutiesOf } from '../../../../duties.ts';
import { disableAccount } from '../../account/server/actions.ts';
import { endDuty, giveDuty } from '../../appointment/server/actions.ts';
import { proposeHandover } from '../../handover/server/actions.ts';
import { endDeputy, nameDeputy } from './actions.ts';
import { deputiesOf, letterOf } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName, now = NOW) => confirmedContext(cast, person, now);
const officeOf = async (person: PersonName) =>
  (
    await cast.asOwner<{ id: number }>(
      'select id from appointment where person_id = $1 and stands_for is null order by id limit 1',
      [idOfPerson(person)],
    )
  )[0]?.id as number;
const days = (from: string, until: string) => ({ from, until });
const MARCH = days('10/03/2026', '20/03/2026');
const name = async (ctx: Context, absent: PersonName, username: string, on = MARCH) =>
  (await nameDeputy(ctx, { personId: idOfPerson(absent), appointmentId: await officeOf(absent), username, ...on })).id;
const rolesOf = (ctx: Context) => ctx.actor.appointments.map(({ role }) => role);
const codes = (failure: { fields?: Record<string, { code: string }>; reason?: { code: string } }) =>
  failure.fields && Object.keys(failure.fields).length > 0
    ? Object.values(failure.fields).map(({ code }) => code)
    : failure.reason?.code;

describe('an officer who is away', () => {
  let id: number;

  test('is told what stands against a deputy, and others name nobody', async () => {
    const own = await as('commune_officer');
    const why = (username: string, on = MARCH) => name(own, 'commune_officer', username, on).catch(codes);
    expect(await why('commune_officer')).toEqual(['deputy.oneself']);
    expect(await why('auditor')).toEqual(['handover.auditor_apart']);
    // Who serves elsewhere, and who cannot sign in, are told apart from nobody.
    for (const username of ['other_officer', 'sibling_officer', 'khong.co'])
      expect(await why(username)).toEqual(['deputy.unknown']);
    expect(await why('committee_member', days('09/03/2026', '20/03/2026'))).toEqual(['deputy.from_past']);
    expect(await why('committee_member', days('12/03/2026', '11/03/2026'))).toEqual(['deputy.until_before']);
    expect(await why('committee_member', days('', '11/03/2026'))).toEqual(['deputy.day_missing']);
    const answers: Record<string, unknown> = {};
    for (const person of ['district_officer', 'committee_member', 'registrant', 'sibling_officer', 'auditor'] as const)
      answers[person] = await name(await as(person), 'commune_officer', 'committee_member').catch(codes);
    expect(answers).toEqual({
      district_officer: 'deputy.why_not.appoints',
      committee_member: 'deputy.why_not.appoints',
      registrant: 'refusal.missing',
      sibling_officer: 'refusal.missing',
      auditor: 'deputy.why_not.appoints',
    });
    await expect(name(cast.contextFor('commune_officer'), 'commune_officer', 'committee_member')).rejects.toMatchObject(
      { reason: { code: 'session.confirm_needed' } },
    );
    await expect(name(await as('administrator'), 'administrator', 'provincial_officer')).rejects.toMatchObject({
      reason: { code: 'deputy.not_this_role' },
    });
  });

  test('has one for those days, who does the office’s work in their place, and says so', async () => {
    const { registrationIds } = await send(cast, 'registrant');
    const [registrationId] = registrationIds as [number];
    expect((await dutiesOf(await as('committee_member'))).filter(({ kind }) => kind === 'accept')).toEqual([]);
    id = await name(await as('commune_officer'), 'commune_officer', 'committee_member');
    expect(await name(await as('commune_officer'), 'commune_officer', 'district_officer').catch(codes)).toEqual([
      ...['deputy.overlaps'],
    ]);
    const deputy = await as('committee_member');
    expect(rolesOf(deputy)).toEqual(['committee_member', 'commune_officer']);
    expect((await dutiesOf(deputy)).filter(({ kind }) => kind === 'accept')).toHaveLength(1);
    await acceptRegistration(deputy, { id: registrationId });
    // What their own right allows they do under their own name.
    await leadTo(
      cast,
      (await send(cast, 'registrant', { name: 'Mô hình khác' })).registrationIds[0] as number,
      'accepted',
    );
    const instead = 'committee member (thay commune officer)';
    const events = await cast.asOwner(
      `select actor_id, actor_name from registration_event where registration_id = $1 and act = 'accept'`,
      [registrationId],
    );
    expect(events).toEqual([{ actor_id: idOfPerson('committee_member'), actor_name: instead }]);
    const audited = await cast.asOwner<{ actor_name: string }>(
      `select actor_name from audit_event where act = 'registration.accept' order by id limit 1`,
    );
    expect(audited).toEqual([{ actor_name: instead }]);
    // The absent keep what is theirs.
    expect(rolesOf(await as('commune_officer'))).toEqual(['commune_officer']);
  });

  test('nobody stands for a deputy, nor is a deputy’s office handed over', async () => {
    const deputy = await as('committee_member');
    const given = { appointmentId: id, username: 'district_officer' };
    await expect(nameDeputy(deputy, { ...given, ...MARCH, personId: deputy.actor.id })).rejects.toMatchObject({
      reason: { code: 'deputy.chain' },
    });
    await expect(proposeHandover(deputy, { ...given, on: '11/03/2026' })).rejects.toMatchObject({
      reason: { code: 'deputy.chain_handover' },
    });
  });

  test('past every policy a deputy gets no more than the office, and never later', async () => {
    const office = await officeOf('commune_officer');
    const row = (over: object) => ({
      ...{ person_id: idOfPerson('committee_member'), role: 'commune_officer', unit_id: units.commune },
      ...{ valid: '[2026-04-01,2026-04-03)', stands_for: office, ...over },
    });
    const insert = async (over: object) =>
      write(await as('commune_officer'), (tx) => tx.insertInto('appointment').values(row(over)).execute());
    await expect(insert({ role: 'committee_member' })).rejects.toThrow(/within its days/);
    await expect(insert({ unit_id: units.province })).rejects.toThrow(/within its days/);
    await expect(insert({ valid: '[2026-04-01,)' })).rejects.toThrow(/within its days/);
    await expect(insert({ valid: '[2026-03-19,2026-03-22)' })).rejects.toThrow(/appointment_one_deputy/);
    const longer = write(await as('committee_member'), (tx) =>
      tx.updateTable('appointment').set({ valid: '[2026-03-10,2026-12-31)' }).where('id', '=', id).execute(),
    );
    await expect(longer).rejects.toThrow(/only ended/);
  });

  test('it ends by itself, and early for either of the two or who administers people there', async () => {
    expect(rolesOf(await as('committee_member', new Date('2026-03-20T23:00:00+07:00')))).toHaveLength(2);
    expect(rolesOf(await as('committee_member', new Date('2026-03-21T00:30:00+07:00')))).toHaveLength(1);
    for (const person of PERSON_NAMES.filter((each) => /sibling|other|registrant|auditor|district/.test(each)))
      await expect(endDeputy(await as(person), { id })).rejects.toThrow();
    const ending: PersonName[] = ['commune_officer', 'committee_member', 'administrator'];
    for (const person of ending) {
      await endDeputy(await as(person), { id });
      expect(rolesOf(await as('committee_member'))).toEqual(['committee_member']);
      id = await name(await as('commune_officer'), 'commune_officer', 'committee_member');
    }
  });

  test('an office that ends takes its deputy along', async () => {
    const personId = idOfPerson('sibling_officer');
    const given = { personId, role: 'commune_officer' as const, unitId: units.commune, registrant: undefined };
    const { id: duty } = await giveDuty(await as('administrator'), given);
    await nameDeputy(await as('sibling_officer'), {
      personId,
      appointmentId: duty,
      username: 'committee_member',
      ...days('21/03/2026', '25/03/2026'),
    });
    await endDuty(await as('administrator'), { id: duty, personId });
    const left = await cast.asOwner('select from appointment where stands_for = $1 and not isempty(valid)', [duty]);
    expect(left).toEqual([]);
  });

  test('it is told to the deputy, on their page and by letter', async () => {
    const told = await read(await as('committee_member'), async (db) =>
      deputiesOf(db, await as('committee_member'), idOfPerson('committee_member')),
    );
    expect(told).toMatchObject([{ absent: 'commune officer', since: '2026-03-10', until: '2026-03-20', id }]);
    const system = await as('administrator');
    const letter = await read(system, (db) => letterOf(db, system, id));
    expect(letter).toMatchObject({ deputy: 'committee member', unit: 'Xã Đông Một', language: 'vi' });
  });
});

describe('who judges in another’s place', () => {
  const ids: number[] = [];
  const one = (at: number) => ids[at] as number;

  test('reads what was asked of them, out of both their conflicts, under both names', async () => {
    const teamId = await scoredBy(cast, ['commune_officer']);
    for (const word of ['Một', 'Hai']) {
      const { registrationIds } = await send(cast, 'registrant', { name: `Mô hình ${word} giúp dân` });
      ids.push(registrationIds[0] as number);
      await leadTo(cast, one(ids.length - 1), 'self_assessed');
    }
    await shareWork(cast.contextFor('commune_officer'), { id: teamId, how: 'by_field' });
    const deputy = await as('committee_member');
    // Until then the scores of others are closed to them, as to whom they stand for.
    expect(await scoringOf(deputy, one(0))).toMatchObject({
      ...{ mine: 'waiting', absent: 'commune officer', open: false, conflict: null },
    });
    expect(await read(deputy, (db) => nextToReview(db, deputy))).toBe(one(0));
    await expect(recuse(deputy, { registrationId: one(0), tie: 'other' })).rejects.toMatchObject({
      reason: { code: 'review.why_not.deputy' },
    });
    const asked = (
      await cast.asOwner<{ id: number }>(
        `select id from criterion where cycle_id = 2 and subject = 'collective' order by position`,
      )
    ).map((row) => row.id);
    const points = Object.fromEntries(asked.map((each) => [each, '10']));
    await giveReview(deputy, { registrationId: one(0), asked, points });
    const { reviews } = await scoringOf(deputy, one(0));
    expect(reviews).toMatchObject([
      { state: 'given', personId: deputy.actor.id, personName: 'committee member (thay commune officer)' },
    ]);
    await stageVerdict(deputy, { teamId, ids: [one(0)], verdict: 'proposed', reason: '' });
    expect(await read(deputy, (db) => minutesOf(db, teamId))).toMatchObject([
      { instead: ['committee member (thay commune officer)'] },
    ]);
    // A tie of whom they stand for is theirs for those days.
    const tie = { registrationId: one(1), personId: idOfPerson('commune_officer'), tie: 'mentor' as const };
    await declareTie(cast.contextFor('commune_officer'), tie);
    await cast.asOwner(`update review set state = 'waiting' where registration_id = ${one(1)}`);
    await expect(giveReview(deputy, { registrationId: one(1), asked, points })).rejects.toMatchObject({
      reason: { code: 'review.conflict.mentor' },
    });
    const conflicts = (day: string) =>
      cast.asOwner<{ why: string | null }>(
        `select conflict_of(${deputy.actor.id}, ${one(1)}) as why from (select set_config('kheo.today', '${day}', false)) s offset 0`,
      );
    expect(await conflicts('2026-03-20')).toEqual([{ why: 'mentor' }]);
    expect(await conflicts('2026-03-21')).toEqual([{ why: null }]);
  });
});

test('a registrant names one of their place, who registers for them; who administers people names one too', async () => {
  const own = await as('registrant');
  await name(own, 'registrant', 'committee_member');
  expect((await as('committee_member')).actor.appointments.map(({ registrantId }) => registrantId)).toContain(1);
  const { below } = await enterPeople(cast, {
    below: { home: 'commune', duties: [['people_administrator', 'commune']] },
  });
  const administrator = await signedIn(cast, below.id);
  const april = days('01/04/2026', '02/04/2026');
  // Not themselves.
  await expect(name(administrator, 'commune_officer', 'below', april)).rejects.toMatchObject({
    fields: { username: { code: 'appointment.not_yourself' } },
  });
  await name(administrator, 'commune_officer', 'registrant', april);
  await expect(name(administrator, 'sibling_officer', 'committee_member', april)).rejects.toMatchObject({
    kind: 'missing',
  });
  await disableAccount(await as('administrator'), { personId: idOfPerson('district_officer') });
  expect(
    await name(
      await as('commune_officer'),
      'commune_officer',
      'district_officer',
      days('03/04/2026', '04/04/2026'),
    ).catch(codes),
  ).toEqual(['deputy.unknown']);
});
