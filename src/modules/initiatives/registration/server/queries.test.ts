import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { currentCycleId, listCycles } from '#modules/movements/cycle/server/queries.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import {
  type Cast,
  cycles,
  fields,
  openCast,
  PERSON_NAMES,
  type PersonName,
  units,
} from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { filterOf, listFilterOf, listFilterOn, type RegistrationFilter, SORT_NAMES } from '../schema-filter.ts';
import { returnRegistration, withdrawRegistration } from './actions-moves.ts';
import { listRegistrations, PAGE_SIZE } from './queries.ts';
import { choicesFor, filterChoices } from './queries-choices.ts';
import { receiptOf } from './queries-receipt.ts';

let cast: Cast;
const sent: Record<string, number> = {};
beforeAll(async () => {
  cast = await openCast();
  const enter = async (name: string, person: PersonName, over: Parameters<typeof send>[2] = {}) => {
    sent[name] = (await send(cast, person, { name, ...over })).registrationIds[0] as number;
  };
  await enter('Đường hoa ấp Hòa Bình', 'registrant');
  await enter('Ánh sáng an ninh', 'commune_officer', { registrantName: 'Công an xã', fieldId: fields.culture });
  await enter('Tổ vay vốn', 'sibling_registrant', { unitId: units.sibling, levels: ['commune', 'district'] });
  await enter('Bếp cơm 0 đồng', 'other_registrant', { unitId: units.otherCommune, subject: 'individual' });
  await enter('Xin thôi', 'registrant');
  await withdrawRegistration(cast.contextFor('registrant'), { id: sent['Xin thôi'] as number, reason: 'Thôi' });
  await leadTo(cast, sent['Ánh sáng an ninh'] as number, 'self_assessed');
});
afterAll(() => cast.close());

const list = (person: PersonName, filter: RegistrationFilter = {}) =>
  read(cast.contextFor(person), (db) => listRegistrations(db, cast.contextFor(person).scope, filter));
const names = async (person: PersonName, filter: RegistrationFilter = {}) =>
  (await list(person, filter)).lines.map((line) => line.name).sort();

const ALL = ['Bếp cơm 0 đồng', 'Tổ vay vốn', 'Tổ vay vốn', 'Xin thôi', 'Ánh sáng an ninh', 'Đường hoa ấp Hòa Bình'];
const COMMUNE = ['Xin thôi', 'Ánh sáng an ninh', 'Đường hoa ấp Hòa Bình'];

describe('who sees which', () => {
  const seen: [PersonName, string[]][] = [
    ['registrant', ['Xin thôi', 'Đường hoa ấp Hòa Bình']],
    ['commune_officer', COMMUNE],
    ['committee_member', COMMUNE],
    ['sector_officer', ['Xin thôi', 'Đường hoa ấp Hòa Bình']],
    ['sibling_officer', ['Tổ vay vốn', 'Tổ vay vốn']],
    ['district_officer', ALL.filter((name) => name !== 'Bếp cơm 0 đồng')],
    ['other_district_officer', ['Bếp cơm 0 đồng']],
    ['provincial_officer', ALL],
    ['auditor', ALL],
    ['administrator', ALL],
  ];
  test.each(seen)('%s', async (person, expected) => {
    expect(await names(person)).toEqual(expected);
    expect((await list(person)).total).toBe(expected.length);
  });

  test('a list is exactly what the second wall shows', async () => {
    for (const person of PERSON_NAMES) {
      const bare = await read(cast.contextFor(person), (db) => db.selectFrom('registration').select('id').execute());
      const lines = (await list(person)).lines.map((line) => line.id);
      expect([person, lines.sort()]).toEqual([person, bare.map((row) => row.id).sort()]);
    }
  });

  test('a registrant chooses among no units, an officer among those of the territory', async () => {
    const offered = async (person: PersonName) =>
      (await read(cast.contextFor(person), (db) => choicesFor(db, cast.contextFor(person)))).units.map(
        (unit) => unit.id,
      );
    expect(await offered('registrant')).toEqual([]);
    expect(await offered('commune_officer')).toEqual([units.commune]);
    expect(await offered('provincial_officer')).toEqual([
      units.province,
      units.district,
      units.commune,
      units.sibling,
      units.otherDistrict,
      units.otherCommune,
    ]);
  });

  test('a filter bar offers the units under the top, and those on the way to the chosen one', async () => {
    const offered = async (person: PersonName, unit?: number) =>
      (await read(cast.contextFor(person), (db) => filterChoices(db, cast.contextFor(person), unit))).units.map(
        (each) => each.id,
      );
    const top = [units.province, units.district, units.otherDistrict];
    const opened = [units.province, units.district, units.commune, units.sibling, units.otherDistrict];
    expect(await offered('provincial_officer')).toEqual(top);
    expect(await offered('administrator')).toEqual(top);
    expect(await offered('provincial_officer', units.district)).toEqual(opened);
    expect(await offered('provincial_officer', units.sibling)).toEqual(opened);
    expect(await offered('district_officer')).toEqual([units.district, units.commune, units.sibling]);
    expect(await offered('district_officer', units.otherCommune)).toEqual([
      units.district,
      units.commune,
      units.sibling,
    ]);
    expect(await offered('commune_officer', units.sibling)).toEqual([units.commune]);
    expect(await offered('registrant', units.commune)).toEqual([]);
  });
});

describe('filters', () => {
  test.each([
    ['duong hoa', ['Đường hoa ấp Hòa Bình']],
    ['ĐƯỜNG HOA', ['Đường hoa ấp Hòa Bình']],
    ['đông hai', ['Tổ vay vốn', 'Tổ vay vốn']],
    ['tm 2026', ALL],
    ['0 dong', ['Bếp cơm 0 đồng']],
    ['không có gì', []],
    ['%', []],
    ["'); drop", []],
    ['!!!', []],
  ])('search “%s”', async (q, expected) => {
    expect(await names('provincial_officer', { q })).toEqual(expected);
    expect(await names('other_officer', { q })).toEqual(expected.filter((name) => name === 'Bếp cơm 0 đồng'));
  });

  test.each([
    [{ unit: units.district }, ALL.filter((name) => name !== 'Bếp cơm 0 đồng')],
    [{ unit: units.otherCommune }, ['Bếp cơm 0 đồng']],
    [{ level: 'district' }, ['Tổ vay vốn']],
    [{ field: fields.culture }, ['Ánh sáng an ninh']],
    [{ subject: 'individual' }, ['Bếp cơm 0 đồng']],
    [{ state: 'withdrawn' }, ['Xin thôi']],
    [{ state: 'counted' }, ALL.filter((name) => name !== 'Xin thôi')],
    [{ state: 'open' }, ALL.filter((name) => name !== 'Xin thôi')],
    [{ state: 'carried_out' }, ['Ánh sáng an ninh']],
    [{ state: 'self_assessed', unit: units.commune }, ['Ánh sáng an ninh']],
    [{ cycle: cycles.last }, []],
  ] as [RegistrationFilter, string[]][])('%o', async (filter, expected) => {
    expect(await names('provincial_officer', filter)).toEqual(expected);
  });

  test('a filter never widens a scope', async () => {
    expect(await names('other_officer', { unit: units.district })).toEqual([]);
  });

  test('an address is read one parameter at a time; nonsense in one does not drop the others', () => {
    const address = new URLSearchParams(
      'q=%20a%20&level=world&unit=-1&state=open&sort=id;drop&field=x&cycle=2&after=zz',
    );
    expect(filterOf(address)).toEqual({ q: 'a', state: 'open', cycle: 2, after: 'zz' });
  });

  test('without a cycle the current one is shown, with `all` every one', () => {
    const of = (address: string) => listFilterOf(new URLSearchParams(address), { id: 2 }).cycle;
    expect([of(''), of('cycle=1'), of('cycle=all'), of('cycle=')]).toEqual([2, 1, undefined, 2]);
  });

  test('by a day alone, the cycle is the one that everybody finds current on it', async () => {
    const all = await read(cast.contextFor('auditor'), (db) => listCycles(db));
    for (const day of ['2000-01-01', ...all.map((cycle) => cycle.opensOn), '2099-01-01']) {
      const [found] = await read(cast.contextFor('auditor'), (db) =>
        rowsOf(db, sql<{ id: number }>`select ${currentCycleId(day)} as id`),
      );
      expect([day, found?.id]).toEqual([day, currentCycle(all, day)?.id]);
    }
    const on = (address: string) => listFilterOn(new URLSearchParams(address), '2026-03-10');
    expect([on(''), on('cycle=1'), on('cycle=all')]).toEqual([{ currentOn: '2026-03-10' }, { cycle: 1 }, {}]);
    expect(await names('auditor', { currentOn: '2099-01-01' })).toEqual(
      await names('auditor', { cycle: cycles.current }),
    );
    expect(await names('auditor', { currentOn: '2000-01-01', q: 'tm' })).toEqual([]);
  });
});

describe('pages', () => {
  let many: Cast;
  beforeAll(async () => {
    many = await openCast();
    const { registrationIds } = await send(many, 'commune_officer', { name: 'X' });
    // Names as long as the tables take, alike to their last letters: the hardest for a place in an order by name.
    await many.asOwner(
      `with one as (select * from registration where id = $1),
        made as (insert into initiative (code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
          select 'TM-2026-' || n, repeat('ế', 290) || n, 4, 4, 1, 1, 'collective', now() from generate_series(1, 120) n returning id, name),
        version as (insert into initiative_version (initiative_id, number, name, created_at) select id, 1, name, now() from made returning id, initiative_id, name)
      insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
          submitted_on, register_key, plain_text, name, state_since)
        select v.initiative_id, v.id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
          case when v.initiative_id % 3 = 0 then null else date '2026-01-01' + v.initiative_id % 5 end, v.name, v.name, v.name, now()
        from version v, one`,
      registrationIds,
    );
  });
  afterAll(() => many.close());

  test.each(SORT_NAMES)('ordered by %s, pages hold every line once, in one order', async (sort) => {
    const ctx = many.contextFor('commune_officer');
    const seen: number[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 5; pages++) {
      const address = new URLSearchParams({ sort, ...(after && { after }) });
      const page = await read(ctx, (db) => listRegistrations(db, ctx.scope, filterOf(address)));
      expect(page.total).toBe(121);
      seen.push(...page.lines.map((line) => line.id));
      if (!page.next) break;
      expect(page.lines).toHaveLength(PAGE_SIZE);
      after = page.next;
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
  });

  test('a place that was tampered with begins at the start', async () => {
    const ctx = many.contextFor('commune_officer');
    const first = await read(ctx, (db) => listRegistrations(db, ctx.scope, {}));
    const places = [
      'x',
      Buffer.from('["1"]').toString('base64url'),
      Buffer.from('["1; drop table x", 1]').toString('base64url'),
      Buffer.from('["1", 99999999999]').toString('base64url'),
    ];
    for (const after of places)
      expect((await read(ctx, (db) => listRegistrations(db, ctx.scope, { after }))).lines).toEqual(first.lines);
  });
});

test('a plan that a connection keeps shows each reader their own lines', async () => {
  for (let round = 0; round < 8; round++) {
    expect(await names('provincial_officer')).toEqual(ALL);
    expect(await names('sibling_officer')).toEqual(['Tổ vay vốn', 'Tổ vay vốn']);
    expect(await names('other_officer', { q: 'to vay von' })).toEqual([]);
    expect(await names('district_officer', { q: 'to vay von' })).toEqual(['Tổ vay vốn', 'Tổ vay vốn']);
  }
});

describe('statements', () => {
  test.each([
    ['one line', { q: 'duong hoa' }],
    ['three lines', { unit: units.commune, q: 'tm' }],
    ['no line', { q: 'không có gì' }],
    ['no search', {}],
  ])('a list page with %s: choices, and the lines with their count', async (_what, filter: RegistrationFilter) => {
    const ctx = cast.contextFor('provincial_officer');
    const before = cast.database.queries;
    await read(ctx, async (db) => [await filterChoices(db, ctx), await listRegistrations(db, ctx.scope, filter)]);
    // With the session's own that is three, all that a search may take.
    expect(cast.database.queries - before).toBe(2);
  });
});

describe('a receipt', () => {
  const receipt = (person: PersonName, id: number) =>
    read(cast.contextFor(person), (db) => receiptOf(db, cast.contextFor(person), id));

  test('holds what was sent in one press', async () => {
    expect(await receipt('sibling_registrant', sent['Tổ vay vốn'] as number)).toMatchObject({
      name: 'Tổ vay vốn',
      registrant: 'Chi đoàn ấp Tân Lập',
      sentBy: 'sibling registrant',
      levels: [
        { level: 'commune', appraiseDueOn: '2026-11-15' },
        { level: 'district', appraiseDueOn: '2026-11-15' },
      ],
    });
  });

  test('of another unit is not there', async () => {
    expect(await receipt('registrant', sent['Tổ vay vốn'] as number)).toBeUndefined();
    expect(await receipt('other_officer', sent['Tổ vay vốn'] as number)).toBeUndefined();
  });

  test('stays one after a return', async () => {
    const id = sent['Đường hoa ấp Hòa Bình'] as number;
    await returnRegistration(cast.contextFor('commune_officer'), { id, reason: 'Nêu số hộ' });
    expect(await receipt('registrant', id)).toMatchObject({ registrationId: id });
  });
});
