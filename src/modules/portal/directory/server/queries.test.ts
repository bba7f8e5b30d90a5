import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicScope } from '#modules/people/scope/rules.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast } from '../../../../../tests/support/cast.ts';
import { portalFrame } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const frame = () => read({ ...cast.contextFor('registrant'), scope: publicScope() }, (db) => portalFrame(db));

test('names the place and its movement; without links there is no group', async () => {
  expect(await frame()).toEqual({
    province: 'Tỉnh Mẫu',
    movement: { nameVi: 'Dân vận khéo', nameEn: 'Skilful mass mobilisation' },
    sample: false,
    directory: [],
  });
});

test('has the links in the order of the groups and of their positions, and says when the data are samples', async () => {
  await cast.asOwner(`insert into directory_link (group_code, name, url, position) values
    ('press', 'Báo hai', 'https://b.example', 2), ('press', 'Báo một', 'https://a.example', 1), ('party_state', 'Tỉnh ủy', 'https://t.example', 1)`);
  await cast.asOwner(`insert into installation values ('demo.generation', '1')`);
  const { directory, sample } = await frame();
  expect(sample).toBe(true);
  expect(directory.map(({ group, links }) => [group, ...links.map((link) => link.name)])).toEqual([
    ['party_state', 'Tỉnh ủy'],
    ['press', 'Báo một', 'Báo hai'],
  ]);
});
