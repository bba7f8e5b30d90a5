import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { remindUnits } from '#modules/initiatives/board/server/actions.ts';
import { queueReminded } from '#modules/initiatives/board/server/jobs.ts';
import { readBoard } from '#modules/initiatives/board/server/queries.ts';
import { acceptRegistration, returnRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { chooseDigest, claimDigest } from '#modules/people/digest/server/actions.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../tests/support/cast.ts';
import { send } from '../tests/support/initiatives.ts';
import { openSmtp } from '../tests/support/smtp.ts';
import { queueDigestsDaily, sendDigestsSoon } from './digests.ts';
import { dutiesOf } from './duties.ts';

// 10 March 2026 is a Tuesday; the day of sending in the cast is 30 April.
const TUESDAY = new Date('2026-03-10T06:30:00+07:00');
const at = (day: string) => new Date(`${day}T06:30:00+07:00`);

let cast: Cast;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
const ids: Record<string, number> = {};
const system = (now: Date): Context => ({
  database: cast.database,
  actor: SYSTEM,
  scope: systemScope(),
  now,
  requestId: randomUUID(),
});
const addressOf = (person: PersonName) => `${person.replace('_', '.')}@example.vn`;
const sendAll = (now: Date) => sendDigestsSoon.run(system(now), {});
/** Who has got letters since the last look, in order. */
const letters = () => smtp.letters.splice(0).map(({ to, text }) => ({ to: to[0], text }));

beforeAll(async () => {
  smtp = await openSmtp();
  vi.stubEnv('MAIL_URL', smtp.url);
  vi.stubEnv('MAIL_FROM', 'kheo@example.vn');
  vi.stubEnv('ORIGIN', 'https://kheo.example.vn');
  cast = await openCast();
  for (const person of ['commune_officer', 'sibling_officer', 'registrant'] as const)
    await cast.asOwner('update person set email = $1 where id = $2', [
      addressOf(person),
      cast.contextFor(person).actor.id,
    ]);
  await cast.asOwner(`update cycle_level set accept_days = 2, mend_days = 5 where level = 'commune'`);
  const { registrationIds } = await send(cast, 'registrant', { name: 'chờ tiếp nhận' });
  ids.waiting = registrationIds[0] as number;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await smtp.close();
  await cast.close();
});

test('who has something due gets one letter that says what, by when and where; twice queued and sent is once', async () => {
  for (let times = 0; times < 2; times++) {
    await queueDigestsDaily.run(system(TUESDAY), {});
    await sendAll(TUESDAY);
  }
  const sent = letters();
  expect(sent.map(({ to }) => to)).toEqual([addressOf('commune_officer')]);
  expect(sent[0]?.text).toContain('chờ tiếp nhận');
  expect(sent[0]?.text).toMatch(/^Message-ID: <digest\.\d+\.2026-03-10@kheo\.example\.vn>$/im);
  expect(sent[0]?.text).toContain('còn 2 ngày làm việc');
  expect(sent[0]?.text).toMatch(/https:\/\/kheo\.example\.vn\/office\/initiatives\/\d+\?registration=/);
  expect(sent[0]?.text).toContain('https://kheo.example.vn/tai-khoan/nhac-viec');
});

test('who has acted between the morning and the sending gets none, and no weekend has letters', async () => {
  await queueDigestsDaily.run(system(at('2026-03-11')), {});
  await acceptRegistration(cast.contextFor('commune_officer'), { id: ids.waiting as number });
  await sendAll(at('2026-03-11'));
  await queueDigestsDaily.run(system(at('2026-03-14')), {});
  await sendAll(at('2026-03-14'));
  expect(letters()).toEqual([]);
});

test('turned away, or begun and broken off, a letter goes later, on the next day as that day’s', async () => {
  const { registrationIds } = await send(cast, 'registrant', { name: 'bị trả lại' });
  ids.returned = registrationIds[0] as number;
  await returnRegistration(cast.contextFor('commune_officer'), { id: ids.returned, reason: 'Thiếu' });
  const monday = at('2026-03-16');
  await queueDigestsDaily.run(system(monday), {});
  smtp.refuse(9);
  const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
  await expect(sendAll(monday)).rejects.toThrow();
  smtp.refuse(0);
  await sendAll(later(1));
  expect(letters().map(({ to }) => to)).toEqual([]);
  await sendAll(later(11));
  expect(letters().map(({ to }) => to)).toEqual([addressOf('registrant')]);
  // The worker stops with a letter in hand: it comes the next morning, once.
  const tuesday = at('2026-03-17');
  await queueDigestsDaily.run(system(tuesday), {});
  while (await claimDigest(system(tuesday), {}));
  const wednesday = at('2026-03-18');
  await queueDigestsDaily.run(system(wednesday), {});
  await sendAll(wednesday);
  expect(letters().map(({ to }) => to)).toEqual([addressOf('registrant')]);
});

test('weekly letters come on the first working day, and none to who wants none', async () => {
  const own = cast.contextFor('registrant');
  await chooseDigest(own, { digest: 'weekly' });
  const days = async (...all: string[]) => {
    for (const day of all) {
      await queueDigestsDaily.run(system(at(day)), {});
      await sendAll(at(day));
    }
    return letters().map(({ to }) => to);
  };
  expect(await days('2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24')).toEqual([addressOf('registrant')]);
  await chooseDigest(own, { digest: 'none' });
  expect(await days('2026-03-30')).toEqual([]);
});

const board = (person: PersonName, now = TUESDAY) => {
  const ctx = cast.contextFor(person, now);
  return read(ctx, (db) => readBoard(db, ctx, { cycle: 2, level: 'commune' }));
};

test('the board says of each unit under its reader who has sent nothing, what was returned and what is over; one statement', async () => {
  const ctx = cast.contextFor('district_officer', at('2026-04-01'));
  const before = cast.database.queries;
  const { lines, totals } = await board('district_officer', at('2026-04-01'));
  expect(cast.database.queries - before).toBe(1);
  expect(lines.map(({ unitId, sent, returned, overdue, owes }) => ({ unitId, sent, returned, overdue, owes }))).toEqual(
    [
      { unitId: units.sibling, sent: 0, returned: 0, overdue: {}, owes: true },
      { unitId: units.commune, sent: 2, returned: 1, overdue: { returned: 1 }, owes: true },
    ].toSorted(
      (a, b) =>
        lines.findIndex((line) => line.unitId === a.unitId) - lines.findIndex((line) => line.unitId === b.unitId),
    ),
  );
  expect(totals).toEqual({ units: 2, nothing: 1, sent: 2, late: 0, returned: 1, overdue: 1 });
  // The rows behind the number are as many.
  const over = await read(ctx, (db) => listRegistrations(db, ctx.scope, { cycle: 2, overdue: '2026-04-01' }));
  expect(over.lines.map(({ id }) => id)).toEqual([ids.returned]);
  expect((await board('sibling_officer')).lines.map(({ unitId }) => unitId)).toEqual([units.sibling]);
  expect((await board('provincial_officer')).totals.units).toBe(3);
});

test('an office reminds units under its own once a day; it stands on their home page and comes by letter until they have acted', async () => {
  const day = at('2026-04-02');
  const input = { cycleId: 2, level: 'commune' as const, units: [units.sibling], note: 'Gửi trước ngày 15' };
  for (const [person, code] of [
    ['other_district_officer', 'refusal.missing'],
    ['committee_member', 'refusal.missing'],
    ['auditor', 'refusal.read_only'],
  ] as const)
    await expect(remindUnits(cast.contextFor(person, day), input)).rejects.toMatchObject({ reason: { code } });
  const done = await remindUnits(cast.contextFor('district_officer', day), input);
  expect(done).toEqual({ reminded: [units.sibling], left: 0 });
  await expect(remindUnits(cast.contextFor('district_officer', day), input)).rejects.toMatchObject({
    reason: { code: 'board.nobody_left' },
  });
  await queueReminded.run(system(day), { units: done.reminded });
  await queueReminded.run(system(day), { units: done.reminded });
  await sendAll(day);
  const sent = letters();
  expect(sent.map(({ to }) => to)).toEqual([addressOf('sibling_officer')]);
  expect(sent[0]?.text).toContain('Gửi trước ngày 15');
  const kinds = async (now: Date) =>
    (await dutiesOf(cast.contextFor('sibling_officer', now))).map(({ kind }) => kind).sort();
  expect(await kinds(day)).toEqual(['reminded']);
  // Two weeks before the day its office is told without anybody, too.
  expect(await kinds(at('2026-04-20'))).toEqual(['reminded', 'send_first']);
  await send(cast, 'sibling_officer', { name: 'đã gửi', registrantName: 'Tổ hợp tác', unitId: units.sibling });
  expect(await kinds(TUESDAY)).toEqual(['accept']);
});
