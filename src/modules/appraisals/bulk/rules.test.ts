import { expect, test } from 'vitest';
import { actorOf } from '../../../../tests/support/cast.ts';
import { bulkActsOf } from './policy.ts';
import { actsIn, BULK_ACTS, idsOf, listBehind, picksOf, writtenPick } from './rules.ts';

test('what a form brings back is each pick once, and nothing that is none', () => {
  const picks = picksOf(['12-3', '4-1', '12-4', '0-1', '5', 'x-1', '1-1; drop']);
  expect(picks).toEqual([
    { id: 4, version: 1 },
    { id: 12, version: 4 },
  ]);
  expect(picksOf(picks.map(writtenPick))).toEqual(picks);
  expect(idsOf(['7', '7', '08', '-1', '1e3', '9999999999', '3'])).toEqual([7, 3]);
});

test('one comes back to the list from which one came, and to no other place', () => {
  const behind = (from: string) => listBehind(new URLSearchParams({ from }));
  for (const list of [
    '/office/initiatives?state=submitted&q=ấp',
    '/office/appraisals',
    '/office/appraisals?tab=waiting',
  ])
    expect(behind(list)).toBe(list);
  for (const other of ['', '//x.vn', '/office/initiatives//x.vn', 'https://x.vn/office/initiatives', '/office/audit'])
    expect(behind(other)).toBe('/office/initiatives');
});

test('a list of one state offers what that state allows, any other what an office begins with', () => {
  expect(actsIn(undefined, BULK_ACTS)).toEqual(['accept', 'return', 'defer']);
  expect(actsIn('self_assessed', BULK_ACTS)).toEqual(['return', 'defer', 'propose', 'decline']);
  expect(actsIn('deferred', BULK_ACTS)).toEqual(['resume']);
  expect(actsIn('recognised', BULK_ACTS)).toEqual([]);
  expect(actsIn('carried_out', BULK_ACTS)).toEqual([]);
});

test.each([
  ['commune_officer', BULK_ACTS],
  ['committee_member', ['propose', 'decline']],
  ['registrant', []],
  ['sector_officer', []],
  ['administrator', []],
  ['auditor', []],
] as const)('%s: %s', (person, acts) => {
  expect(bulkActsOf(actorOf(person))).toEqual(acts);
});
