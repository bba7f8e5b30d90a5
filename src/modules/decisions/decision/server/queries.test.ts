import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import {
  type Cast,
  cycles,
  openCast,
  PERSON_NAMES,
  type PersonName,
  units,
} from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { recogniseBatch } from './actions.ts';
import { decisionById, listDecisions, waitingForDecision } from './queries.ts';
import { listAnnex } from './queries-annex.ts';
import { listCandidates, standingOf } from './queries-batch.ts';

let cast: Cast;
const decided: number[] = [];
beforeAll(async () => {
  cast = await openCast();
  const propose = async (...names: string[]) => {
    for (const name of names) {
      const { registrationIds } = await send(cast, 'registrant', { name });
      await leadTo(cast, registrationIds[0] as number, 'proposed');
    }
  };
  const ctx = cast.contextFor('commune_officer');
  const place = { cycleId: cycles.current, level: 'commune' as const, unitId: units.commune };
  for (const [at, names] of [['Ấp một'], ['Ấp hai', 'Ấp ba', 'Ấp bốn']].entries()) {
    await propose(...names);
    const picks = await read(ctx, async (db) => {
      const standing = await standingOf(db, ctx, place);
      return listCandidates(db, ctx, standing as NonNullable<typeof standing>);
    });
    const head = { number: `${at + 1}-QĐ/BCĐ`, decidedOn: `0${at + 1}/03/2026`, signer: 'Người ký' };
    decided.push((await recogniseBatch(ctx, { ...place, ...head, picks })).id);
  }
  await propose('Còn chờ');
});
afterAll(() => cast.close());

async function asked<T>(
  person: PersonName,
  work: (db: ReadDb, ctx: Context) => Promise<T>,
): Promise<{ answer: T; queries: number }> {
  const ctx = cast.contextFor(person);
  const before = cast.database.queries;
  const answer = await read(ctx, (db) => work(db, ctx));
  return { answer, queries: cast.database.queries - before };
}

describe('decisions', () => {
  test('are listed latest first with what they recognised, in one query', async () => {
    const { answer, queries } = await asked('commune_officer', (db, ctx) => listDecisions(db, ctx, {}));
    expect(answer).toMatchObject({
      total: 2,
      next: null,
      lines: [
        { number: '2-QĐ/BCĐ', decidedOn: '2026-03-02', unit: 'Xã Đông Một', count: 3, published: 0, whole: true },
        { number: '1-QĐ/BCĐ', decidedOn: '2026-03-01', count: 1 },
      ],
    });
    expect(queries).toBe(1);
  });

  test('go on after one', async () => {
    const { answer } = await asked('commune_officer', (db, ctx) => listDecisions(db, ctx, { after: decided[1] }));
    expect(answer.lines.map((line) => line.number)).toEqual(['1-QĐ/BCĐ']);
  });

  const SEES: Partial<Record<PersonName, boolean>> = {
    commune_officer: true,
    committee_member: true,
    sector_officer: true,
    registrant: true,
    district_officer: true,
    provincial_officer: true,
    administrator: true,
    auditor: true,
  };
  test.each(PERSON_NAMES)(
    'are there for %s only if they lie within sight, one by one and in the list',
    async (person) => {
      const { answer } = await asked(person, async (db, ctx) => ({
        one: await decisionById(db, ctx, decided[0] as number),
        list: await listDecisions(db, ctx, {}),
        annex: await listAnnex(db, ctx, decided[1] as number, 1),
      }));
      const sees = SEES[person] === true;
      expect([answer.one !== undefined, answer.list.lines.length, answer.list.total, answer.annex.length]).toEqual(
        sees ? [true, 2, 2, 3] : [false, 0, 0, 0],
      );
    },
  );

  test('a registrant sees that the paper is another’s', async () => {
    const { answer } = await asked('registrant', (db, ctx) => decisionById(db, ctx, decided[0] as number));
    expect(answer?.whole).toBe(false);
  });
});

test('an annex is numbered by unit and name, in one query', async () => {
  const { answer, queries } = await asked('commune_officer', (db, ctx) =>
    listAnnex(db, ctx, decided[1] as number, 'all'),
  );
  expect(answer.map((line) => [line.place, line.name, line.registrant, line.parent])).toEqual([
    [1, 'Ấp ba', 'Chi hội Phụ nữ ấp Hòa Bình', 'Huyện Đông'],
    [2, 'Ấp bốn', 'Chi hội Phụ nữ ấp Hòa Bình', 'Huyện Đông'],
    [3, 'Ấp hai', 'Chi hội Phụ nữ ấp Hòa Bình', 'Huyện Đông'],
  ]);
  expect(queries).toBe(1);
});

test.each(PERSON_NAMES)('what waits for a decision of %s', async (person) => {
  const { answer } = await asked(person, waitingForDecision);
  const waits = {
    unitId: units.commune,
    unit: 'Xã Đông Một',
    cycle: '2026',
    level: 'commune',
    count: 1,
    names: ['Còn chờ'],
  };
  const serves = person === 'commune_officer' || person === 'committee_member';
  expect(answer).toMatchObject(serves ? [waits] : []);
  expect(answer).toHaveLength(serves ? 1 : 0);
});
