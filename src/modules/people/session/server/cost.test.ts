import { expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { NOW, newOffice, PASSWORD, signInWhole } from '../../../../../tests/support/office.ts';
import { scopeOf } from '../../scope/rules.ts';
import { openSession } from './queries.ts';

test('signing in costs one argon2 and a dozen small statements', async () => {
  const office = await newOffice();
  const who = { username: 'quan.tri', password: PASSWORD };
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const [hashes, wholes]: [number[], number[]] = [[], []];
  // By turns, so that a busy machine slows both alike.
  for (let time = 0; time < 10; time++) {
    hashes.push(await timed(() => hashPassword(PASSWORD)));
    wholes.push(await timed(() => signInWhole(office.stranger, who)));
  }
  // Two of them would be twice as long.
  expect(Math.min(...wholes) / Math.min(...hashes)).toBeLessThan(1.8);
  const before = office.database.queries;
  await signInWhole(office.stranger, who);
  expect(office.database.queries - before).toBeLessThanOrEqual(14);
  await office.database.close();
});

test('knowing who asks costs a request one query, and what they may see none', async () => {
  const office = await newOffice();
  const { token } = await office.enter('quan.tri');
  const asked = async (work: () => Promise<unknown>) => {
    const before = office.database.queries;
    await work();
    return office.database.queries - before;
  };
  let session: Awaited<ReturnType<typeof openSession>>;
  expect(
    await asked(async () => {
      session = await openSession(office.database, token, NOW);
    }),
  ).toBe(1);
  if (!session) throw new Error('no session');
  const person = { ...office.stranger, actor: session.actor, scope: scopeOf(session.actor) };
  const people = (ctx: typeof office.system) => () => read(ctx, (db) => db.selectFrom('person').selectAll().execute());
  expect([await asked(people(person)), await asked(people(office.system))]).toEqual([1, 1]);
  await office.database.close();
});
