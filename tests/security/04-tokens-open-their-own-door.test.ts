import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareSetup } from '#modules/people/account/server/actions-setup.ts';
import { read } from '#platform/server/db.ts';
import { NOW, newOffice } from '../support/office.ts';
import { at, KINDS, type Kind, tokensOf } from '../support/tokens.ts';

// Each random word opens the door that it was made for and no other; none but the few that are meant to opens a session.
let office: Awaited<ReturnType<typeof newOffice>>;
let made: Awaited<ReturnType<typeof tokensOf>>;
beforeAll(async () => {
  office = await newOffice();
  made = await tokensOf(office);
});
afterAll(() => office.database.close());

const sessions = () =>
  read(office.system, async (db) => (await db.selectFrom('session').select('person_id').execute()).length);
const wrong = KINDS.flatMap((token) =>
  KINDS.filter((door) => door !== token).map((door): [Kind, Kind] => [token, door]),
);

test('there is one of each, and no two are alike', () => {
  const all = Object.values(made.tokens);
  expect(all.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  expect(new Set(all).size).toBe(KINDS.length);
});

describe('at the door of another', () => {
  test.each(wrong)('what is for %s opens nothing at %s', async (token, door) => {
    await expect(made.doors[door](made.tokens[token], at(1))).rejects.toMatchObject({
      kind: expect.stringMatching(/missing|forbidden/),
    });
  });

  test('nor does the digest that the database keeps, nor nothing at all', async () => {
    for (const door of KINDS)
      for (const token of ['', 'x', '%', made.tokens[door].slice(0, -1), `${made.tokens[door]} `])
        await expect(made.doors[door](token, at(1))).rejects.toMatchObject({
          kind: expect.stringMatching(/missing|forbidden/),
        });
  });

  test('a code to set a place up is not made any more once somebody is there', async () => {
    expect(await prepareSetup(office.system, {})).toBeUndefined();
  });
});

test('at its own door each is good, and only two of them make a session', async () => {
  const opened: Kind[] = [];
  for (const door of KINDS.filter((kind) => kind !== 'reset')) {
    const before = await sessions();
    await made.doors[door](made.tokens[door], at(1));
    if ((await sessions()) > before) opened.push(door);
  }
  expect(opened).toEqual(['second_step', 'invitation']);
  await made.doors.reset(made.tokens.reset, NOW);
  // A new password ends what was open.
  await expect(made.doors.session(made.tokens.session, at(1))).rejects.toMatchObject({ kind: 'missing' });
});
