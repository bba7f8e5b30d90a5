import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { draftOf, send } from '../../../../../tests/support/initiatives.ts';
import { connect, read } from '../../../../platform/server/db.ts';
import { answerSimilar } from '../../draft/server/actions.ts';
import { draftPage } from '../../draft/server/queries-page.ts';
import { beforeSending } from '../../draft/server/queries-similar.ts';
import { similarPage } from '../../initiative/server/queries-similar.ts';
import { submitRegistration } from '../../registration/server/actions.ts';
import { similarTo } from './queries.ts';

const NAME = 'Camera an ninh ấp Hòa Bình';
const OTHER = 'Mắt thần giữ bình yên ấp Hòa Bình';
const OFFICERS = 'Vận động hộ dân góp tiền lắp camera ấp Tân Tiến';

let cast: Cast;
let own: { id: number; code: string };
beforeAll(async () => {
  cast = await openCast();
  const { initiativeId } = await send(cast, 'registrant', { name: NAME, cycleId: cycles.last });
  own = await modelOf(initiativeId);
  await send(cast, 'sibling_officer', {
    name: OFFICERS,
    unitId: units.sibling,
    registrantName: 'Ban Mặt trận ấp Tân Tiến',
  });
});
afterAll(() => cast.close());

async function modelOf(id: number) {
  const [row] = await cast.asOwner<{ id: number; code: string }>('select id, code from initiative where id = $1', [id]);
  return row as { id: number; code: string };
}

const told = async (person: PersonName, id: number, database = cast.database) => {
  const ctx = { ...cast.contextFor(person), database };
  const sheet = await read(ctx, (db) => draftPage(db, ctx, id));
  if ('sentAs' in sheet) throw new Error('sent already');
  return beforeSending(ctx, sheet);
};

test('one connection at a time is enough: many readers at once do not wait for each other’s', async () => {
  const database = connect(cast.database.url, 1);
  const drafts = [
    await draftOf(cast, 'registrant', { name: OTHER }),
    await draftOf(cast, 'registrant', { name: OTHER }),
  ];
  const both = await Promise.all(drafts.map((id) => told('registrant', id, database)));
  await database.close();
  expect(both.map(({ similar }) => similar.map((each) => each.code))).toEqual([[own.code], [own.code]]);
});

describe('before sending', () => {
  test('a registrant is told of the own model of last year, which may be continued, and not of a neighbour’s', async () => {
    const { similar, naming } = await told('registrant', await draftOf(cast, 'registrant', { name: OTHER }));
    expect(similar).toMatchObject([{ code: own.code, continuable: true, isPublic: false, given: null }]);
    expect(naming.advice).toEqual([]);
  });

  test('what a neighbour has published is told as strangers see it', async () => {
    await cast.asOwner(`
      with made as (insert into decision (kind, number, decided_on, cycle_id, level, unit_id, created_at)
        values ('recognition', '1', '2026-03-01', 2, 'commune', 5, now()) returning id)
      update registration set state = 'recognised', carried_out_on = submitted_on, recognised_by = (select id from made), published_at = now()
      where unit_id = 5`);
    await cast.asOwner(`update initiative set published_at = now(), public_registrant = 'x' where unit_id = 5`);
    await cast.asOwner(
      'update initiative_version set published_at = now() where initiative_id in (select id from initiative where unit_id = 5)',
    );
    const { similar } = await told('registrant', await draftOf(cast, 'registrant', { name: OTHER }));
    expect(similar.map((each) => [each.name, each.isPublic, each.continuable])).toEqual([
      [NAME, false, true],
      [OFFICERS, true, false],
    ]);
  });

  test('"different" needs a reason, which is kept with the model for the officer', async () => {
    const ctx = cast.contextFor('registrant');
    const id = await draftOf(cast, 'registrant', { name: OTHER });
    const answer = { id, code: own.code, answer: 'different' as const };
    await expect(answerSimilar(ctx, answer)).rejects.toMatchObject({
      fields: { reason: { code: 'similar.reason_missing' } },
    });
    await answerSimilar(ctx, { ...answer, reason: 'Lắp ở trường học, không phải ngoài đường.' });
    const { initiativeId } = await submitRegistration(ctx, { id });
    const officer = cast.contextFor('commune_officer');
    const page = await read(officer, (db) => similarPage(db, officer, initiativeId, 0));
    expect(page.answers).toMatchObject([{ code: own.code, name: NAME, reason: expect.stringContaining('trường học') }]);
    const similar = await similarTo(officer, page.about);
    expect(similar.map((each) => each.code)).toContain(own.code);
    const elsewhere = cast.contextFor('sibling_officer');
    await expect(read(elsewhere, (db) => similarPage(db, elsewhere, initiativeId, 0))).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('"this continues it"', () => {
  const continued = async (person: PersonName, code: string, unitId = units.commune) => {
    const id = await draftOf(cast, person, { name: OTHER, unitId });
    await answerSimilar(cast.contextFor(person), { id, code, answer: 'continues', reason: '' });
    return submitRegistration(cast.contextFor(person), { id });
  };

  test('enters a further year of the same model, with a version and a name of its own; the earlier name stays', async () => {
    const receipt = await continued('registrant', own.code);
    expect(receipt.initiativeId).toBe(own.id);
    const rows = await cast.asOwner(
      `select c.code, r.name, v.number, r.late_days is not null as late from registration r join cycle c on c.id = r.cycle_id
        join initiative_version v on v.id = r.version_id where r.initiative_id = $1 order by c.year`,
      [own.id],
    );
    expect(rows).toMatchObject([
      { name: NAME, number: 1 },
      { name: OTHER, number: 2, late: true },
    ]);
    const officer = cast.contextFor('commune_officer');
    const { record } = await read(officer, (db) =>
      similarPage(db, officer, own.id, receipt.registrationIds[0] as number),
    );
    expect(record.earlierNames).toEqual([NAME]);
  });

  test('not twice in a year, and not a model of somebody else, seen or not', async () => {
    const refused = { kind: 'conflict', reason: { code: 'similar.cannot_continue' } };
    await expect(continued('registrant', own.code)).rejects.toMatchObject(refused);
    await expect(continued('sibling_registrant', own.code, units.sibling)).rejects.toMatchObject(refused);
  });
});
