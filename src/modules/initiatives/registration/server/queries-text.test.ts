import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { listRegistrations, PAGE_SIZE } from './queries.ts';

describe('a phrase that a thousand names hold', () => {
  let crowd: Cast;
  beforeAll(async () => {
    crowd = await openCast();
    const { registrationIds } = await send(crowd, 'commune_officer', { name: 'Phụ nữ xã', levels: ['commune'] });
    await send(crowd, 'sibling_registrant', { name: 'Phụ nữ xã bên', unitId: units.sibling });
    await crowd.asOwner(
      `with one as (select * from registration where id = $1),
        made as (insert into initiative (code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
          select 'TM-2026-' || n, 'Phụ nữ ' || lpad(n::text, 4, '0'), 4, 4, 1, 1, 'collective', now() from generate_series(100, 1199) n returning id, name),
        version as (insert into initiative_version (initiative_id, number, name, created_at) select id, 1, name, now() from made returning id, initiative_id, name)
      insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
          submitted_on, register_key, plain_text, name, state_since)
        select v.initiative_id, v.id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, case when v.name < 'Phụ nữ 0110' then 'individual' else subject end, state,
          submitted_on, v.name, 'phu nu ' || right(v.name, 4), v.name, now() from version v, one order by v.id`,
      registrationIds,
    );
  });
  afterAll(() => crowd.close());
  const found = async (filter: RegistrationFilter, person: PersonName = 'commune_officer') => {
    const ctx = crowd.contextFor(person);
    const before = crowd.database.queries;
    const page = await read(ctx, (db) => listRegistrations(db, ctx.scope, { q: 'phụ nữ', ...filter }));
    return { ...page, names: page.lines.map((line) => line.name), queries: crowd.database.queries - before };
  };

  test('is counted to a thousand, in one statement', async () => {
    const page = await found({});
    expect(page).toMatchObject({ total: 1_000, more: true, queries: 1 });
    expect(page.names[0]).toBe('Phụ nữ 1199');
    expect(page.names).toHaveLength(PAGE_SIZE);
    expect(await found({ after: page.next as string })).toMatchObject({ queries: 1, total: 1_000, more: true });
  });

  test('beside a filter it is counted to its end', async () => {
    const page = await found({ subject: 'individual' });
    expect(page).toMatchObject({ total: 10, more: false, next: null });
    expect(page.names).toEqual(Array.from({ length: 10 }, (_, at) => `Phụ nữ 0${109 - at}`));
  });

  test('its words are found in another order too, where they stand nowhere as typed, in one statement', async () => {
    expect(await found({ q: '1150 phụ nữ' })).toMatchObject({ names: ['Phụ nữ 1150'], total: 1, queries: 1 });
    expect(await found({ q: '1150 nữ', cycle: cycles.last })).toMatchObject({ names: [] });
    expect(await found({ q: '1150 phụ lão' })).toMatchObject({ names: [], queries: 1 });
    expect((await found({ q: 'bên xã phụ nữ' })).names).toEqual([]);
  });

  test('in another order the oldest of them come too', async () => {
    expect((await found({ sort: 'name' })).names.slice(0, 2)).toEqual(['Phụ nữ 0100', 'Phụ nữ 0101']);
  });

  test('pages go on to the last of them', async () => {
    const seen = new Set<number>();
    let after: string | undefined;
    for (let pages = 0; pages < 30; pages++) {
      const page = await found(after ? { after } : {});
      for (const line of page.lines) seen.add(line.id);
      if (!page.next) break;
      after = page.next;
    }
    expect(seen.size).toBe(1_101);
  });

  test('finds nothing of it for whoever may not see it', async () => {
    expect(await found({}, 'sibling_officer')).toMatchObject({ names: ['Phụ nữ xã bên'], total: 1, more: false });
    expect(await found({}, 'other_officer')).toMatchObject({ names: [], total: 0 });
  });

  test('a year is counted to its end, all years together to a thousand', async () => {
    expect(await found({ q: undefined, cycle: cycles.current })).toMatchObject({ total: 1_101, more: false });
    expect(await found({ q: undefined })).toMatchObject({ total: 1_000, more: true });
  });
});
