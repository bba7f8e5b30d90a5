import { expect, test } from 'vitest';
import { checkRows, type KnownUnit, unitRowsOf } from './rules-import.ts';

const KINDS = new Map([
  ['province', 'province'],
  ['commune', 'commune'],
  ['xa', 'commune'],
  ['tinh', 'province'],
]);
const HEADING = ['code', 'name', 'kind', 'parent_code', 'from', 'until'];
const THERE: KnownUnit[] = [{ id: 1, code: '91', name: 'Tỉnh Mẫu', kind: 'province', from: '1900-01-01', until: null }];
const check = (...lines: string[]) => {
  const cells = lines.map((line) => line.split('|'));
  const { rows, problems } = unitRowsOf([HEADING, ...cells], KINDS, '1900-01-01');
  const checked = checkRows(rows, THERE);
  const told = [...problems, ...checked.problems].map(
    ({ line, code }) => `${line} ${code.slice('unit.import.'.length)}`,
  );
  return { told, fresh: checked.fresh, known: checked.known };
};

test('units by kind in words or by key, under what is there or under each other, in any order', () => {
  const { told, fresh } = check(
    '30001|Xã Một|Xã|92|2020-01-01|',
    '92|Tỉnh Hai|tỉnh|||',
    '30002|Xã Hai|commune|91||2025-07-01',
  );
  expect(told).toEqual([]);
  expect(fresh.map(({ name, from, until }) => [name, from, until])).toEqual([
    ['Xã Một', '2020-01-01', null],
    ['Tỉnh Hai', '1900-01-01', null],
    ['Xã Hai', '1900-01-01', '2025-07-01'],
  ]);
  expect(fresh.map(({ parent }) => (parent !== null && typeof parent === 'object' ? parent.code : parent))).toEqual([
    '92',
    null,
    1,
  ]);
});

test('what is there already is known, and a code may be used again later', () => {
  expect(check('91|Tỉnh Mẫu|tinh|||')).toMatchObject({ told: [], known: 1, fresh: [] });
  expect(check('30001|Xã A|xa|91||2020-01-01', '30001|Xã B|xa|91|2020-01-01|').told).toEqual([]);
});

test.each([
  ['x1|Xã|xa|91||', '2 code'],
  ['30001||xa|91||', '2 name'],
  ['30001|Xã A|hamlet|91||', '2 kind'],
  ['30001|Xã A|xa|91|31/02/2020|', '2 day'],
  ['30001|Xã A|xa|91|2020-01-01|2019-01-01', '2 days'],
  ['91|Tỉnh Khác|tinh|||', '2 taken'],
  ['30001|Xã A|xa|95||', '2 parent'],
])('%s is refused: %s', (line, expected) => {
  expect(check(line).told).toEqual([expected]);
});

test('a code twice on a day, a parent that ends before, and a loop are refused at their lines', () => {
  expect(check('30001|Xã A|xa|91||', '30001|Xã B|xa|91||').told).toEqual(['3 doubled']);
  expect(check('92|Tỉnh Hai|tinh|||2020-01-01', '30001|Xã A|xa|92||').told).toEqual(['3 parent_days']);
  expect(check('1|Xã A|xa|2||', '2|Xã B|xa|1||').told).toEqual(['2 loop', '3 loop']);
  expect(unitRowsOf([['code', 'name']], KINDS, '1900-01-01').problems).toMatchObject([
    { code: 'unit.import.heading', params: { columns: 'kind, parent_code' } },
  ]);
});
