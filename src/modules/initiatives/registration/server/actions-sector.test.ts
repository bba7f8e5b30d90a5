import { afterAll, beforeAll, expect, test } from 'vitest';
import { sectorPage } from '#modules/people/registrant/server/queries-sector.ts';
import { read } from '#platform/server/db.ts';
import {
  type Cast,
  openCast,
  type PersonName,
  registrants,
  sectors,
  units,
} from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { differences } from '../../counters/server/queries.ts';
import { withdrawRegistration } from './actions-moves.ts';
import { assignSector } from './actions-sector.ts';

let cast: Cast;
const ids: Record<string, number> = {};
beforeAll(async () => {
  cast = await openCast();
  const enter = async (name: string, person: PersonName, unitId: number) => {
    ids[name] = (await send(cast, person, { name, unitId })).registrationIds[0] as number;
  };
  await enter('open', 'sibling_registrant', units.sibling);
  await enter('past', 'sibling_registrant', units.sibling);
  await enter('farmers once', 'sibling_registrant', units.sibling);
  await enter('women', 'registrant', units.commune);
  await leadTo(cast, ids.women as number, 'accepted');
  for (const name of ['past', 'farmers once'])
    await withdrawRegistration(cast.contextFor('sibling_registrant'), { id: ids[name] as number, reason: 'Thôi' });
  await cast.asOwner('update registration set sector_id = $1 where id = $2', [
    sectors.farmers,
    ids['farmers once'] as number,
  ]);
});
afterAll(() => cast.close());

const place = (person: PersonName, id: number, sectorId: number) =>
  assignSector(cast.contextFor(person), { ids: [id], sectorId });
const sectorsOf = async () => {
  const rows = await cast.asOwner<{ name: string; registration: number; model: number }>(
    'select r.name, r.sector_id as registration, i.sector_id as model from registration r join initiative i on i.id = r.initiative_id',
  );
  return Object.fromEntries(rows.map((row) => [row.name, [row.registration, row.model]]));
};

test('open registrations follow their registrant, past ones only where they had no sector; the counters follow', async () => {
  const done = await place('sibling_officer', registrants.sibling, sectors.women);
  expect(done).toEqual({ registrants: 1, followed: [ids.open, ids.past].sort() });
  expect(await sectorsOf()).toMatchObject({
    open: [sectors.women, sectors.women],
    past: [sectors.women, sectors.women],
    'farmers once': [sectors.farmers, sectors.women],
  });
  const ctx = cast.contextFor('administrator');
  expect(await read(ctx, differences)).toEqual([]);
  // Seen by the women's officer from now on.
  const seen = await read(cast.contextFor('sector_officer'), (db) =>
    db.selectFrom('registration').select('id').execute(),
  );
  expect(seen.map((row) => row.id).sort()).toEqual([ids.open, ids.past, ids.women].sort());
});

test.each([
  ['other_officer', 404],
  ['sibling_registrant', 403],
  ['sector_officer', 403],
  ['committee_member', 403],
  ['auditor', 403],
] as const)('%s does not say where it belongs: %i', async (person, status) => {
  await expect(place(person, registrants.sibling, sectors.farmers)).rejects.toMatchObject({ status });
});

test('a sector that is not there is refused, and nothing is changed', async () => {
  await expect(place('administrator', registrants.other, 999)).rejects.toMatchObject({
    fields: { sectorId: { code: 'registrant.sector_missing' } },
  });
});

test('names in no sector are suggested by what they say; three queries', async () => {
  await cast.asOwner(`insert into registrant (subject, name, plain_name, unit_id) values
    ('collective', 'Hội Nông dân xã', 'hoi nong dan xa', 4), ('collective', 'Tổ hợp tác', 'to hop tac', 4)`);
  const ctx = cast.contextFor('commune_officer');
  const before = cast.database.queries;
  const page = await read(ctx, (db) => sectorPage(db, ctx, { suggest: 'ND' }));
  expect(cast.database.queries - before).toBe(3);
  expect(page.shown.map((each) => each.name)).toEqual(['Hội Nông dân xã']);
  expect(page.sectors.map((each) => [each.code, each.registrants, each.suggested])).toEqual([
    ['PN', 1, 0],
    ['ND', 0, 1],
  ]);
  const rest = await read(ctx, (db) => sectorPage(db, ctx, { suggest: 'none' }));
  expect([rest.unguessed, rest.shown.map((each) => each.name)]).toEqual([1, ['Tổ hợp tác']]);
});
