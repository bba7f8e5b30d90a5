import { describe, expect, test } from 'vitest';
import type { Level, Unit } from '../unit/rules.ts';
import { problemsOf, splitUnits } from './rules.ts';
import { type ListRow, planOfList, rowsOfList } from './rules-list.ts';

const unit = (id: number, level: Level, name: string, parentId: number | null, kind = level as string): Unit => ({
  id,
  level,
  name,
  parentId,
  code: String(9000 + id),
  kind,
  path: '',
});
/** Two provinces with a district each; communes 4–6 under the first, 14–15 under the second. */
const STANDING = [
  unit(1, 'province', 'Tỉnh Đông', null),
  unit(2, 'district', 'Huyện Đông', 1),
  unit(4, 'commune', 'Xã Một', 2),
  unit(5, 'commune', 'Xã Hai', 2),
  unit(6, 'commune', 'Xã Đảo', 2),
  unit(11, 'province', 'Tỉnh Tây', null),
  unit(12, 'district', 'Huyện Tây', 11),
  unit(14, 'commune', 'Xã Ba', 12),
  unit(15, 'commune', 'Xã Bốn', 12),
];
const LEVELS = new Map<string, Level>([
  ['province', 'province'],
  ['district', 'district'],
  ['commune', 'commune'],
  ['ward', 'commune'],
]);
const HEAD = ['from_code', 'from_name', 'ignored', 'to_code', 'to_name', 'to_kind', 'share', 'effective_on'];
const row = (from: [string, string], to: [string, string], share = 'whole', kind = 'commune') => [
  from[0],
  from[1],
  '?',
  to[0],
  to[1],
  kind,
  share,
  '2025-07-01',
];
const list = (...rows: string[][]) => rowsOfList([HEAD, ...rows]) as ListRow[];
const ALL = list(
  row(['9004', 'Xã Một'], ['9005', 'Phường Mới'], 'whole', 'ward'),
  row(['9005', 'Xã Hai'], ['9005', 'Phường Mới'], 'whole', 'ward'),
  row(['9006', 'Xã  ĐẢO'], ['9006', 'Xã Hòn Đảo']),
  row(['9014', 'Xã Ba'], ['9014', 'Xã Ba Bốn'], 'part'),
  row(['9014', 'Xã Ba'], ['9015', 'Xã Bốn Ba'], 'part'),
  row(['9015', 'Xã Bốn'], ['9014', 'Xã Ba Bốn']),
);
const WHOLE = { province: { name: 'Tỉnh Đông Tây', code: '9011' }, endLevel: 'district' as const };

describe('a list of units that change', () => {
  test('becomes a plan: two provinces one, districts gone, communes merged, split and going on', () => {
    const { plan, continued, unknown, withoutSuccessor } = planOfList(ALL, STANDING, WHOLE);
    expect([unknown, withoutSuccessor, continued]).toEqual([[], [], [6]]);
    expect(plan.created.map(({ name, kind, code }) => `${name} ${kind} ${code}`)).toEqual([
      'Tỉnh Đông Tây province 9011',
      'Phường Mới ward 9005',
      'Xã Ba Bốn commune 9014',
      'Xã Bốn Ba commune 9015',
    ]);
    expect([...plan.ended].sort((a, b) => a - b)).toEqual([1, 2, 4, 5, 11, 12, 14, 15]);
    const top = plan.created[0]?.key;
    expect(plan.changed).toEqual([{ unitId: 6, name: 'Xã Hòn Đảo', parent: top }]);
    expect(plan.created.slice(1).every(({ parent }) => parent === top)).toBe(true);
    expect(splitUnits(plan)).toEqual([14]);
    expect(problemsOf(plan, STANDING, LEVELS)).toEqual([]);
  });

  test('a unit that stands and is in no row is named, goes on, and comes under what is left above it', () => {
    const { plan, withoutSuccessor } = planOfList(ALL.slice(0, 2).concat(ALL.slice(3)), STANDING, WHOLE);
    expect(withoutSuccessor.map(({ name }) => name)).toEqual(['Xã Đảo']);
    expect(plan.changed).toEqual([{ unitId: 6, parent: plan.created[0]?.key }]);
    expect(problemsOf(plan, STANDING, LEVELS)).toEqual([]);
  });

  test('a row whose unit nobody knows is told with its line; a name finds one only where the code does not', () => {
    const rows = list(
      row(['1', 'Xã Không Có'], ['9004', 'Xã Một']),
      row(['', 'xa hai'], ['9004', 'Xã Một']),
      row(['9004', 'Xã Một'], ['9004', 'Xã Một']),
    );
    const { unknown, plan } = planOfList(rows, STANDING, {});
    expect(unknown).toEqual([{ line: 2, code: '1', name: 'Xã Không Có' }]);
    expect(plan.successions).toEqual([
      { from: 5, to: '9004|Xã Một', share: 'whole' },
      { from: 4, to: '9004|Xã Một', share: 'whole' },
    ]);
  });

  test('without a province and a level that ends, the district stays above', () => {
    const { plan } = planOfList(ALL.slice(0, 2), STANDING, {});
    expect(plan.created).toMatchObject([{ name: 'Phường Mới', parent: 2 }]);
    expect(plan.ended).toEqual([4, 5]);
    expect(plan.changed).toEqual([]);
  });

  test.each([
    [[['from_code', 'to_code']], 'no_heading'],
    [[HEAD], 'empty'],
    [[HEAD, ['1', 'a', '', '2', 'b', 'ward', '', '1/7/2025']], 'day'],
    [[HEAD, ['1', 'a', '', '2', 'b', 'ward', 'half', '2025-07-01']], 'share'],
    [[HEAD, ['1', 'a', '', '2', '', 'ward', '', '2025-07-01']], 'to'],
    [[HEAD, row(['1', 'a'], ['2', 'b']), [...row(['1', 'a'], ['2', 'b']).slice(0, 7), '2025-08-01']], 'days'],
  ])('what cannot be read is refused by its reason: %j', (lines, code) => {
    expect(rowsOfList(lines)).toMatchObject({ code: `reorganisation.list.${code}` });
  });
});

describe('a plan is refused', () => {
  const plan = { effectiveOn: '2025-07-01', created: [], ended: [], changed: [], successions: [] };
  const codes = (over: object) =>
    problemsOf({ ...plan, ...over }, STANDING, LEVELS).map(({ code }) => code.split('.')[2]);
  const made = (over: object) => ({ key: 'n', name: 'Xã Mới', kind: 'commune', code: null, parent: 2, ...over });
  test.each([
    [{}, 'empty'],
    [{ ended: [99] }, 'not_standing'],
    [{ ended: [4, 4] }, 'twice'],
    [{ created: [made({ code: '9005' })] }, 'code_taken'],
    [{ created: [made({ code: 'x' }), made({ key: 'm', code: 'x' })] }, 'code_doubled'],
    [{ ended: [2] }, 'orphan'],
    [{ changed: [{ unitId: 2, parent: 4 }] }, 'loop'],
    [{ changed: [{ unitId: 2, parent: null }] }, 'roots'],
    [{ created: [made({ kind: 'kingdom' })] }, 'kind_unknown'],
    [{ ended: [4], created: [made({})], successions: [{ from: 4, to: 'n', share: 'part' }] }, 'part_alone'],
    [{ ended: [4, 5], successions: [{ from: 4, to: 5, share: 'whole' }] }, 'successor_ended'],
  ])('%j: %s', (over, code) => expect(codes(over)).toContain(code));
});
