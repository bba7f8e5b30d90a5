import { expect, test } from 'vitest';
import { hashPassword } from '#platform/server/passwords.ts';
import { newOffice, PASSWORD, signInWhole } from '../../../../../tests/support/office.ts';

test('signing in costs one argon2 and a dozen small statements', async () => {
  const office = await newOffice();
  const timed = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let time = 0; time < 5; time++) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  };
  const who = { username: 'quan.tri', password: PASSWORD };
  const [whole, hash] = [
    await timed(() => signInWhole(office.stranger, who)),
    await timed(() => hashPassword(PASSWORD)),
  ];
  // Two of them would be twice as long.
  expect(whole / hash).toBeLessThan(1.8);
  const before = office.database.queries;
  await signInWhole(office.stranger, who);
  expect(office.database.queries - before).toBeLessThanOrEqual(16);
  await office.database.close();
});
