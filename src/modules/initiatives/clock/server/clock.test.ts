import { afterAll, beforeAll, expect, test } from 'vitest';
import { initiativeRecord } from '#modules/initiatives/initiative/server/queries.ts';
import { returnRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { dueAfter, workingDaysBetween } from '#modules/organisations/calendar/rules.ts';
import { dropDay, setDay } from '#modules/organisations/calendar/server/actions.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, NOW, openCast } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { dutiesOf } from '../../../../duties.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
  await cast.asOwner(
    `update cycle_level set accept_days = 2, mend_days = 3, appraise_days = 4, decide_days = 5 where level = 'commune'`,
  );
});
afterAll(() => cast.close());

test('the numbers of the database are what the rules count, holidays and exchanges with them', async () => {
  const rows = await cast.asOwner<{ day: string; number: number; works: boolean }>(
    `select day::text, number, works from working_day where day between '2025-12-20' and '2027-03-01' order by day`,
  );
  const noted = await cast.asOwner<{ day: string; works: boolean }>('select day::text, works from calendar_day');
  const exceptions = new Map(noted.map(({ day, works }) => [day, works]));
  const [first] = rows;
  for (const { day, number } of rows)
    expect([day, number - (first?.number ?? 0)]).toEqual([day, workingDaysBetween(first?.day ?? '', day, exceptions)]);
  const due = rows.find((row) => row.works && row.number === (first?.number ?? 0) + 40);
  expect(due?.day).toBe(dueAfter(first?.day ?? '', 40, exceptions));
});

/** What the home page, the list and the record say of one registration. */
async function said(person: 'commune_officer' | 'registrant', initiativeId: number) {
  const ctx = cast.contextFor(person);
  const duty = (await dutiesOf({ ...ctx })).find((each) => each.href.includes(`/${initiativeId}?`));
  const { line, record } = await read(ctx, async (db) => ({
    line: (await listRegistrations(db, ctx.scope, {}, '2026-03-10')).lines.find(
      (each) => each.initiativeId === initiativeId,
    ),
    record: (await initiativeRecord(db, ctx, initiativeId))?.chosen,
  }));
  return [duty, line, record].map((each) => each && `${each.dueOn} ${each.daysLeft}`);
}

test('each station has its own clock, and home, list and record say the same of it', async () => {
  expect(NOW.toISOString()).toMatch(/^2026-03-10/);
  const { initiativeId, registrationIds } = await send(cast, 'registrant', { name: 'đếm ngày' });
  const id = registrationIds[0] as number;
  const since = (day: string) => cast.asOwner('update registration set state_since = $1 where id = $2', [day, id]);
  expect(await said('commune_officer', initiativeId)).toEqual(Array(3).fill('2026-03-12 2'));
  await since('2026-03-05 23:30+07');
  expect(await said('commune_officer', initiativeId)).toEqual(Array(3).fill('2026-03-09 -1'));
  // Returned, the office's clock stands and the registrant's runs.
  await returnRegistration(cast.contextFor('commune_officer'), { id, reason: 'Thiếu' });
  expect(await said('registrant', initiativeId)).toEqual(Array(3).fill('2026-03-13 3'));
  expect((await said('commune_officer', initiativeId))[0]).toBeUndefined();
});

test('a day off moves every due day, and taken away moves it back', async () => {
  const { initiativeId, registrationIds } = await send(cast, 'registrant', { name: 'qua ngày nghỉ' });
  await leadTo(cast, registrationIds[0] as number, 'accepted');
  // Being carried out has no clock: the day of the level counts.
  expect((await said('registrant', initiativeId))[1]).toMatch(/^2026-11-15 /);
  await cast.asOwner(`update registration set state = 'self_assessed', carried_out_on = '2026-03-10' where id = $1`, [
    registrationIds[0],
  ]);
  const record = async () => (await said('commune_officer', initiativeId))[2];
  expect(await record()).toBe('2026-03-16 4');
  const administrator = cast.contextFor('administrator');
  const day = { day: '11/03/2026', works: 'off', name: 'Ngày nghỉ' } as const;
  await setDay(administrator, day);
  expect(await record()).toBe('2026-03-17 4');
  await dropDay(administrator, { day: day.day });
  expect(await record()).toBe('2026-03-16 4');
  await expect(setDay(cast.contextFor('provincial_officer'), day)).rejects.toMatchObject({
    reason: { code: 'calendar.administrator' },
  });
  await expect(setDay(administrator, { ...day, day: '14/03/2026' })).rejects.toMatchObject({
    fields: { works: { code: 'calendar.off_anyway' } },
  });
});
