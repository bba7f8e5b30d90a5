import { describe, expect, test } from 'vitest';
import { changedSince, dateProblem, inText, named, readPicks, writePicks } from './rules.ts';

test.each([
  ['2020-01-10', undefined],
  ['2020-02-24', undefined],
  ['2020-02-25', 'decision.date.future'],
  ['2019-01-01', undefined],
  ['2018-12-31', 'decision.date.before_cycle'],
])('a decision of %s, on 24/02/2020, in a cycle opened on 01/01/2019: %s', (day, code) => {
  expect(dateProblem(day, '2020-02-24', '2019-01-01')?.code).toBe(code);
});

describe('what changed since it was chosen', () => {
  const found = (id: number, version = 1, state = 'proposed') => ({
    id,
    version,
    state,
    name: `Mô hình ${id}`,
    belongs: true,
  });
  const picks = [1, 2, 3].map((id) => ({ id, version: 1 }));

  test('nothing, when all stand as they were', () => {
    expect(changedSince(picks, [found(3), found(1), found(2)])).toEqual({ names: [], gone: 0 });
  });
  test('judged again, decided by another, and gone from sight', () => {
    expect(changedSince(picks, [found(1, 3), found(2, 1, 'recognised')])).toEqual({
      names: ['Mô hình 1', 'Mô hình 2'],
      gone: 1,
    });
  });
});

describe('picks in a form', () => {
  test('come back as they went', () => {
    const picks = [
      { id: 12, version: 3 },
      { id: 15, version: 1 },
    ];
    expect(readPicks(writePicks(picks))).toEqual(picks);
  });
  test.each([
    ['', []],
    ['12', []],
    ['12-', []],
    ['1-2-3', []],
    ["1-1' or 1=1", [1]],
    ['7-1 7-2', [7]],
    ['99999999999-1', []],
  ])('%j', (text, ids) => expect(readPicks(text).map((pick) => pick.id)).toEqual(ids));
});

test('names in a sentence: a few in quotation marks, and how many in all', () => {
  expect(named(['A', 'B'])).toEqual({ count: 2, names: '“A”; “B”' });
  expect(named(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toEqual({ count: 7, names: '“A”; “B”; “C”; “D”; “E”; …' });
});

test.each([
  ['Xã Vĩnh Phú', 'xã Vĩnh Phú'],
  ['Phường 2', 'phường 2'],
  ['Thành phố Rạch Giá', 'thành phố Rạch Giá'],
  ['Xãcó', 'Xãcó'],
  ['', ''],
])('%s within a sentence is %s', (name, said) => expect(inText(name, 'vi')).toBe(said));

test('an English sentence keeps the name as it is', () => {
  expect(inText('Xã Vĩnh Phú', 'en')).toBe('Xã Vĩnh Phú');
});
