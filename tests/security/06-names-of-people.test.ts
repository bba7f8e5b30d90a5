import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBody } from '#modules/people/body/server/actions.ts';
import { addMember } from '#modules/people/body/server/actions-members.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, NOW, openCast, type PersonName, units } from '../support/cast.ts';

// The one place where somebody is found by a user name: who is to be a member of a body may come from anywhere.
const CANARY = 'Hoàng Thị Yến';
let cast: Cast;
let bodyId: number;
beforeAll(async () => {
  cast = await openCast();
  await cast.asOwner(`update person set full_name = $1 where full_name = 'other officer'`, [CANARY]);
  const facts = { foundingNumber: '5-QĐ', foundedOn: '01/02/2026', name: 'Hội đồng' };
  const officer = cast.contextFor('commune_officer');
  bodyId = (await createBody(officer, { ...facts, kind: 'council', unitId: units.commune })).id;
});
afterAll(() => cast.close());

const name = (person: PersonName, username: string, minutes = 0) =>
  addMember(cast.contextFor(person, new Date(NOW.getTime() + minutes * 60_000)), {
    id: bodyId,
    username,
    role: 'member',
    from: '01/03/2026',
  });
const namesRead = (person: PersonName) => {
  const ctx = cast.contextFor(person);
  return read(ctx, async (db) =>
    (await rowsOf(db, sql<{ name: string }>`select full_name as name from person`)).map((row) => row.name),
  );
};

test('a name is told to who has a body to name it for, and to nobody else', async () => {
  for (const person of ['sibling_officer', 'other_district_officer', 'registrant', 'sector_officer'] as const)
    await expect(name(person, 'other_officer')).rejects.toMatchObject({ kind: 'missing' });
  for (const person of ['committee_member', 'auditor'] as const)
    await expect(name(person, 'other_officer')).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await namesRead('commune_officer')).not.toContain(CANARY);
  await name('commune_officer', 'other_officer');
  expect(await namesRead('commune_officer')).toContain(CANARY);
  expect(await namesRead('sibling_officer')).not.toContain(CANARY);
});

test('trying names one after another ends soon, and each try is on record', async () => {
  const tried: string[] = [];
  for (let n = 0; n < 62; n++)
    tried.push(await name('commune_officer', `ten.thu.${n}`).catch((failure) => failure.kind));
  // One more was named above.
  expect(tried).toEqual([...Array(59).fill('invalid'), ...Array(3).fill('too_many')]);
  const rows = await cast.asOwner<{ typed: string }>(
    `select after ->> 'username' as typed from audit_event where act = 'body.name_unknown' order by id`,
  );
  expect(rows.map(({ typed }) => typed)).toEqual(Array.from({ length: 59 }, (_, n) => `ten.thu.${n}`));
  await expect(name('commune_officer', 'provincial_officer', 59)).rejects.toMatchObject({ kind: 'too_many' });
  await name('commune_officer', 'provincial_officer', 61);
});
