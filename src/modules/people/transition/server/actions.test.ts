import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import { previewReorganisation, reorganise, undoReorganisation } from './actions.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
beforeAll(() => {});
afterAll(() => cast?.close());

const merge = {
  effectiveOn: '2026-02-01',
  created: [{ key: 'n', name: 'Xã Đông', kind: 'commune', code: '01103', parent: units.province }],
  ended: [units.commune, units.sibling, units.district],
  changed: [],
  successions: [
    { from: units.commune, to: 'n', share: 'whole' as const },
    { from: units.sibling, to: 'n', share: 'whole' as const },
  ],
};

test('two communes become one and their district ends: facts, places, appointments', async () => {
  const ctx = cast.contextFor('administrator');
  const before = await cast.asOwner(`select * from unit_paths('2026-03-01') order by id`);
  const preview = await previewReorganisation(ctx, { resolution: '1/NQ', plan: merge });
  expect(preview.counts).toEqual({ ended: 3, created: 1, continued: 0 });
  expect(await cast.asOwner(`select * from unit_paths('2026-03-01') order by id`)).toEqual(before);
  const done = await reorganise(ctx, { resolution: '1/NQ', plan: merge });
  const id = done.made[0]?.[1] as number;
  expect(await cast.asOwner(`select id, path_today::text as path from unit order by id`)).toEqual([
    { id: 1, path: '1' },
    { id: 2, path: '1.2' },
    { id: 3, path: '1.3' },
    { id: 4, path: `1.${id}.4` },
    { id: 5, path: `1.${id}.5` },
    { id: 6, path: '1.3.6' },
    { id, path: `1.${id}` },
  ]);
  expect(done.appointments).toMatchObject({ ended: 6, proposed: 5, moved: 0, gains: 0 });
  await undoReorganisation(ctx, { id: done.id });
  expect(await cast.asOwner(`select id, path_today::text as path from unit where id > 100`)).toEqual([]);
});
