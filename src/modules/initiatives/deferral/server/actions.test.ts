import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resumeRegistration, withdrawRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { countedIn, leadTo, registrationRow, send } from '../../../../../tests/support/initiatives.ts';
import { dutiesOf } from '../../../../duties.ts';
import { carryOverRegistration, deferRegistration } from './actions.ts';
import { deferredOf } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const rowOf = (id: number) => registrationRow(cast, id);
const sent = async (cycleId = cycles.current) =>
  (await send(cast, 'registrant', { cycleId })).registrationIds[0] as number;
const defer = (
  person: PersonName,
  id: number,
  how: { until: 'day' | 'next_cycle'; on?: string },
  reason = 'Chờ đủ số hộ.',
) => deferRegistration(as(person), { id, reason, ...how });
const NEXT = { until: 'next_cycle' } as const;

describe('waiting', () => {
  test('it stays registered, and says until when; an unfit day is refused beside its box', async () => {
    const id = await sent();
    const counts = await countedIn(cast);
    const past = defer('commune_officer', id, { until: 'day', on: '01/02/2020' });
    await expect(past).rejects.toMatchObject({ fields: { on: { code: 'registration.defer_day.past' } } });
    const none = defer('commune_officer', id, { until: 'day', on: 'mai' });
    await expect(none).rejects.toMatchObject({ fields: { on: { code: 'registration.defer_day.missing' } } });
    await defer('commune_officer', id, { until: 'day', on: '20/12/2026' });
    expect(await rowOf(id)).toMatchObject({ state: 'deferred', version: 2 });
    expect(await countedIn(cast)).toEqual(counts);
    const known = { id, cycleId: cycles.current, level: 'commune' as const };
    expect(await read(as('registrant'), (db) => deferredOf(db, as('registrant'), known))).toMatchObject({
      comesBackOn: '2026-12-20',
      reason: 'Chờ đủ số hộ.',
      next: null,
    });
  });

  test('on its day it is work of its office again, and of nobody else', async () => {
    const id = await sent();
    await defer('commune_officer', id, { until: 'day', on: '20/12/2026' });
    const waiting = async (person: PersonName, day: string) => {
      const ctx = { ...as(person), now: new Date(`${day}T09:00:00+07:00`) };
      return (await dutiesOf(ctx)).filter((duty) => duty.kind === 'resume').map((duty) => [duty.count, duty.dueOn]);
    };
    expect(await waiting('commune_officer', '2026-12-19')).toEqual([]);
    expect((await waiting('commune_officer', '2026-12-20')).length).toBeGreaterThan(0);
    for (const person of ['registrant', 'sibling_officer', 'district_officer'] as const)
      expect(await waiting(person, '2026-12-20')).toEqual([]);
  });

  test('taken up again it stands where it stood: being carried out, or waiting for appraisal', async () => {
    const [early, late] = [await sent(), await sent()];
    await leadTo(cast, late, 'self_assessed');
    for (const id of [early, late]) {
      await defer('commune_officer', id, NEXT);
      await resumeRegistration(as('commune_officer'), { id });
    }
    expect([await rowOf(early), await rowOf(late)]).toMatchObject([{ state: 'accepted' }, { state: 'self_assessed' }]);
  });

  test.each([
    ['registrant', 'forbidden'],
    ['committee_member', 'forbidden'],
    ['district_officer', 'forbidden'],
    ['auditor', 'forbidden'],
    ['sibling_officer', 'missing'],
  ] as const)('%s: %s', async (person, kind) => {
    await expect(defer(person, await sent(), NEXT)).rejects.toMatchObject({ kind });
  });

  test('its registrant may still withdraw it', async () => {
    const id = await sent();
    await defer('commune_officer', id, NEXT);
    await withdrawRegistration(as('registrant'), { id, reason: 'Không làm nữa.' });
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('carried over', () => {
  test('its year ends there, and the same model goes on in the next one, once', async () => {
    const id = await sent(cycles.last);
    await defer('commune_officer', id, NEXT);
    const before = await countedIn(cast);
    const press = () => carryOverRegistration(as('commune_officer'), { id, version: 2 }, { key: 'once' });
    const { continuedAs } = await press();
    expect((await press()).continuedAs).toBe(continuedAs);
    const [old, gone] = [await rowOf(id), await rowOf(continuedAs)];
    expect(old).toMatchObject({ state: 'carried_over', cycle_id: cycles.last });
    expect(gone).toMatchObject({
      ...{ state: 'accepted', cycle_id: cycles.current, carried_out_on: null, late_days: 0 },
      ...{ initiative_id: old.initiative_id, version_id: old.version_id, level: 'commune' },
    });
    expect((await countedIn(cast)).commune).toBe((before.commune ?? 0) + 1);
  });

  test('not before the next year has opened, nor into one where the model stands already', async () => {
    const id = await sent();
    await defer('commune_officer', id, NEXT);
    const early = carryOverRegistration(as('commune_officer'), { id });
    await expect(early).rejects.toMatchObject({ reason: { code: 'registration.carry_over.no_cycle' } });
    const old = await sent(cycles.last);
    await defer('commune_officer', old, NEXT);
    await carryOverRegistration(as('commune_officer'), { id: old });
    await cast.asOwner(`update registration set state = 'deferred' where id = $1`, [old]);
    const again = carryOverRegistration(as('commune_officer'), { id: old });
    await expect(again).rejects.toMatchObject({ reason: { code: 'registration.carry_over.taken' } });
    expect(await rowOf(old)).toMatchObject({ state: 'deferred' });
  });
});
