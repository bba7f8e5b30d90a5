import { sql } from 'kysely';
import * as otp from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, rowsOf } from '#platform/server/db.ts';
import { contextFor, NOW, newOffice, PASSWORD } from '../../../../../tests/support/office.ts';
import { signIn } from '../../session/server/actions.ts';
import { openSession } from '../../session/server/queries.ts';
import {
  beginSecondFactor,
  finishSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from './actions.ts';
import { takeSecondStep } from './actions-step.ts';
import { secondFactorOf, setupOf } from './queries.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.database.close());

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const nobody = (seconds: number) => contextFor(office.database, at(seconds));
const codeAt = (secret: string, seconds: number) =>
  otp.TOTP.generate({ secret: otp.Secret.fromBase32(secret.replaceAll(' ', '')), timestamp: at(seconds).getTime() });
const wrongCode = (secret: string, seconds: number) =>
  String((Number(codeAt(secret, seconds)) + 1) % 1e6).padStart(6, '0');

/** Somebody with two-step verification on since NOW: the secret, the recovery codes. */
async function withSecondFactor(username: string) {
  await office.add(username, 'auditor');
  const here = await office.enter(username);
  await beginSecondFactor(here, {});
  const setup = await read(here, (db) => setupOf(db, here.scope, here.actor.id as number));
  const secret = setup?.secret ?? '';
  const codes = await finishSecondFactor(here, { code: codeAt(secret, 0) });
  return { here, secret, codes };
}
async function ticketOf(username: string, seconds: number, from = {}): Promise<string> {
  const begun = await signIn(nobody(seconds), { username, password: PASSWORD }, from);
  if (!('ticket' in begun)) throw new Error('no second step');
  return begun.ticket;
}
const step = (ticket: string, code: string, seconds: number, from = {}) =>
  takeSecondStep(nobody(seconds), { ticket, code, from });
const CODE_WRONG = { kind: 'invalid', fields: { code: { code: 'second_factor.code_wrong' } } };
const OVER = { kind: 'missing', reason: { code: 'second_factor.step_over' } };

test('it is on after a code of the telephone, not before; other devices are then out', async () => {
  await office.add('bat.len', 'auditor');
  const [here, there] = [await office.enter('bat.len'), await office.enter('bat.len')];
  await beginSecondFactor(here, {});
  const own = () => read(here, (db) => secondFactorOf(db, here.scope, here.actor.id as number));
  expect(await own()).toBeNull();
  expect('token' in (await signIn(nobody(0), { username: 'bat.len', password: PASSWORD }))).toBe(true);
  const setup = await read(here, (db) => setupOf(db, here.scope, here.actor.id as number));
  expect(setup?.qr.size).toBeGreaterThan(30);
  const secret = setup?.secret ?? '';
  await expect(finishSecondFactor(here, { code: wrongCode(secret, 0) })).rejects.toMatchObject(CODE_WRONG);
  const codes = await finishSecondFactor(here, { code: codeAt(secret, 0) });
  expect(new Set(codes).size).toBe(10);
  expect(await own()).toEqual({ since: NOW, codesLeft: 10 });
  expect(await read(here, (db) => setupOf(db, here.scope, here.actor.id as number))).toBeNull();
  expect(await openSession(office.database, there.token, NOW)).toBeUndefined();
  expect(await openSession(office.database, here.token, NOW)).toBeDefined();
});

test('the password then opens nothing by itself; with the code of this half minute it does, and with none twice', async () => {
  const { secret } = await withSecondFactor('hai.buoc');
  const ticket = await ticketOf('hai.buoc', 60);
  expect(await openSession(office.database, ticket, at(60))).toBeUndefined();
  await expect(step(ticket, wrongCode(secret, 60), 60)).rejects.toMatchObject(CODE_WRONG);
  const { token } = await step(ticket, ` ${codeAt(secret, 60).slice(0, 3)} ${codeAt(secret, 60).slice(3)}`, 60);
  expect(await openSession(office.database, token, at(60))).toBeDefined();
  await expect(step(ticket, codeAt(secret, 90), 90)).rejects.toMatchObject(OVER);
  const again = await ticketOf('hai.buoc', 61);
  await expect(step(again, codeAt(secret, 60), 61)).rejects.toMatchObject(CODE_WRONG);
  await expect(step(again, codeAt(secret, 30), 61)).rejects.toMatchObject(CODE_WRONG);
  await step(again, codeAt(secret, 90), 70);
});

test('a code pressed twenty times at once opens one session', async () => {
  const { secret } = await withSecondFactor('nhan.nhieu');
  const tickets = await Promise.all(Array.from({ length: 4 }, () => ticketOf('nhan.nhieu', 300)));
  const presses = tickets.flatMap((ticket, place) =>
    Array.from({ length: 5 }, () => step(ticket, codeAt(secret, 300), 300, { address: `203.0.113.${place}` })),
  );
  const done = await Promise.allSettled(presses);
  expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
});

test('a recovery code stands in once, however it is typed; new ones end the old', async () => {
  const { here, codes } = await withSecondFactor('mat.may');
  const [first = '', second = ''] = codes;
  await step(await ticketOf('mat.may', 0), first.toUpperCase().replaceAll('-', ' '), 0);
  await expect(step(await ticketOf('mat.may', 0), first, 0)).rejects.toMatchObject(CODE_WRONG);
  expect(await read(here, (db) => secondFactorOf(db, here.scope, here.actor.id as number))).toMatchObject({
    codesLeft: 9,
  });
  const fresh = await renewRecoveryCodes(here, {});
  await expect(step(await ticketOf('mat.may', 0), second, 0)).rejects.toMatchObject(CODE_WRONG);
  await step(await ticketOf('mat.may', 0), fresh[0] ?? '', 0);
});

test('the way between password and code is open for five minutes', async () => {
  const { secret } = await withSecondFactor('cham.chan');
  const ticket = await ticketOf('cham.chan', 0);
  await expect(step(ticket, codeAt(secret, 300), 300)).rejects.toMatchObject(OVER);
  await expect(step('x'.repeat(43), codeAt(secret, 300), 300)).rejects.toMatchObject(OVER);
});

test('five wrong codes close the place, however often the password is given again in between', async () => {
  const { secret } = await withSecondFactor('doan.ma');
  const from = { address: '203.0.113.9' };
  for (let time = 1; time <= 4; time++)
    await expect(step(await ticketOf('doan.ma', 0, from), wrongCode(secret, 0), 0, from)).rejects.toMatchObject(
      CODE_WRONG,
    );
  const ticket = await ticketOf('doan.ma', 0, from);
  await expect(step(ticket, wrongCode(secret, 0), 0, from)).rejects.toMatchObject({ kind: 'too_many' });
  await expect(ticketOf('doan.ma', 1, from)).rejects.toMatchObject({ kind: 'too_many' });
  await step(await ticketOf('doan.ma', 60), codeAt(secret, 60), 60);
});

test('taking it off, and new codes, ask for the password after a quarter of an hour', async () => {
  const { here } = await withSecondFactor('lau.roi');
  const then = { ...here, now: at(15 * 60) };
  const needed = { kind: 'forbidden', reason: { code: 'session.confirm_needed' } };
  await expect(removeSecondFactor(then, {})).rejects.toMatchObject(needed);
  await expect(renewRecoveryCodes(then, {})).rejects.toMatchObject(needed);
  await removeSecondFactor(here, {});
  expect('token' in (await signIn(nobody(0), { username: 'lau.roi', password: PASSWORD }))).toBe(true);
});

test('an administrator takes it off for who has lost everything; nobody else does, and the audit says so', async () => {
  const { here, codes } = await withSecondFactor('mat.het');
  const personId = here.actor.id as number;
  await expect(resetSecondFactor(here, { personId })).rejects.toMatchObject({ kind: 'forbidden' });
  const administrator = await office.enter('quan.tri');
  await resetSecondFactor(administrator, { personId });
  expect(await openSession(office.database, here.token, NOW)).toBeUndefined();
  expect('token' in (await signIn(nobody(0), { username: 'mat.het', password: PASSWORD }))).toBe(true);
  const rows = await read(office.system, (db) =>
    rowsOf(
      db,
      sql<{ act: string; text: string }>`select act, to_jsonb(audit_event)::text as text from audit_event
      where subject_id = ${personId} and act like 'second_factor.%'`,
    ),
  );
  expect(rows.map(({ act }) => act)).toEqual(['second_factor.begin', 'second_factor.finish', 'second_factor.reset']);
  const all = rows.map(({ text }) => text).join();
  for (const code of codes) expect(all).not.toContain(code);
});
