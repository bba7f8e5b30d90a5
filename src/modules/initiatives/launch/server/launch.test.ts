import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { dutiesOf } from '../../../../duties.ts';
import type { OpeningFilter } from '../schema.ts';
import { launch, openLaunch, takeBackLaunch } from './actions.ts';
import { launchFileOf, launchPage, listLaunches } from './queries.ts';

let cast: Cast;
let id: number;
const as = (person: PersonName) => cast.contextFor(person);
const send = (person: PersonName, unitId: number) =>
  launch(as(person), {
    ...{ cycleId: cycles.current, unitId, title: 'Kế hoạch phát động', words: 'Kính gửi các xã.' },
    files: [{ name: 'ke-hoach.exe', bytes: Buffer.from('%PDF-1.7 kế hoạch') }],
  });
beforeAll(async () => {
  cast = await openCast();
  const sent = await send('provincial_officer', units.province);
  expect(sent.under).toBeGreaterThan(4);
  id = sent.id;
});
afterAll(() => cast.close());

const page = (person: PersonName, filter: OpeningFilter = {}) =>
  read(as(person), (db) => launchPage(db, as(person), id, filter));
const opened = async (person: PersonName, filter: OpeningFilter = {}) =>
  (await page(person, filter)).openings.map((each) => [each.unitId, each.personName]);
const toRead = async (person: PersonName) =>
  (await dutiesOf({ ...as(person) }))
    .filter(({ kind }) => kind === 'read_launch')
    .map(({ names, href }) => [...names, href]);

test('what is launched waits for every unit under it until one who serves there opens it; the first time goes on record', async () => {
  const line = ['Kế hoạch phát động', `/office/movement/launches/${id}`];
  for (const person of ['commune_officer', 'committee_member', 'district_officer'] as const)
    expect([person, await toRead(person), (await page(person)).opens]).toEqual([person, [line], true]);
  for (const person of ['provincial_officer', 'registrant', 'auditor'] as const)
    expect([person, await toRead(person)]).toEqual([person, []]);
  await openLaunch(as('committee_member'), { id });
  expect((await openLaunch(as('commune_officer'), { id })).units).toEqual([]);
  expect([await toRead('commune_officer'), (await page('commune_officer')).opens]).toEqual([[], false]);
  expect((await read(as('sibling_officer'), (db) => listLaunches(db, as('sibling_officer'))))[0]).toMatchObject({
    waits: true,
  });
  for (const person of ['provincial_officer', 'auditor'] as const)
    await expect(openLaunch(as(person), { id })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('who sent it sees who has opened it and who has not; a unit sees itself and those under it', async () => {
  const { counts, openings } = await page('provincial_officer');
  expect(counts).toMatchObject({ opened: 1, found: counts.units });
  expect(openings).toHaveLength(counts.units);
  expect(await opened('provincial_officer', { show: 'opened' })).toEqual([[units.commune, 'committee member']]);
  expect(await opened('provincial_officer', { show: 'waiting', q: 'dong hai' })).toEqual([[units.sibling, null]]);
  expect(await opened('commune_officer')).toEqual([[units.commune, 'committee member']]);
  expect(await opened('sibling_officer')).toEqual([[units.sibling, null]]);
  const district = (await opened('district_officer')).map(([unit]) => unit);
  expect(district).toEqual(expect.arrayContaining([units.district, units.commune, units.sibling]));
  expect(district).not.toContain(units.otherCommune);
});

test('only officers launch, for those under their own unit; it reaches nobody above or beside', async () => {
  await expect(send('committee_member', units.commune)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(send('district_officer', units.province)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(send('commune_officer', units.commune)).rejects.toMatchObject({
    reason: { code: 'launch.nobody_under' },
  });
  const { id: ofDistrict } = await send('district_officer', units.district);
  const seenBy = async (person: PersonName) =>
    (await read(as(person), (db) => listLaunches(db, as(person)))).map((each) => each.id);
  expect(await seenBy('commune_officer')).toEqual([ofDistrict, id]);
  for (const person of ['provincial_officer', 'other_officer'] as const) expect(await seenBy(person)).toEqual([id]);
  expect(await seenBy('registrant')).toEqual([]);
});

test('its papers are what their bytes say; taken back, it is read no more', async () => {
  const [file] = (await page('other_officer')).files;
  expect(file).toMatchObject({ name: 'ke-hoach.pdf', type: 'application/pdf' });
  const paper = () => read(as('other_officer'), (db) => launchFileOf(db, id, file?.id as number));
  expect((await paper()).name).toBe('ke-hoach.pdf');
  await expect(takeBackLaunch(as('district_officer'), { id, reason: 'x' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await takeBackLaunch(as('provincial_officer'), { id, reason: 'Gửi nhầm.' });
  expect((await toRead('other_officer')).length).toBe(0);
  await expect(paper()).rejects.toMatchObject({ kind: 'missing' });
  await expect(openLaunch(as('other_officer'), { id })).rejects.toMatchObject({
    reason: { code: 'launch.taken_back' },
  });
});
