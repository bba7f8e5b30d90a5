import { expect, test } from 'vitest';
import { hashPassword } from '#platform/server/passwords.ts';
import { newOffice, PASSWORD, signInWhole } from '../../../../../tests/support/office.ts';

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
