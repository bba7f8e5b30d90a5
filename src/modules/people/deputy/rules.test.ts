import { expect, test } from 'vitest';
import type { Office } from '../handover/rules.ts';
import { problemsOf, whyNoDeputy } from './rules.ts';

const TODAY = '2026-03-10';
const office: Office = {
  ...{ id: 1, personId: 2, personName: 'A', role: 'commune_officer', unitId: 4, unit: 'Xã Một', level: 'commune' },
  ...{ path: '1.2.4', registrantId: null, registrant: null, sector: null, since: '2026-01-01', until: '2026-05-01' },
  ...{ ofBody: false, without: [] },
};
const named = { id: 5, name: 'B', audits: false, holds: false };
const days = { from: '2026-03-10', until: '2026-03-20' };
const told = (over: Record<number, unknown>) => {
  const given = Object.assign([office, named, days, { today: TODAY, by: 2 }], over) as never as Parameters<
    typeof problemsOf
  >;
  return Object.fromEntries(Object.entries(problemsOf(...given)).map(([field, { code }]) => [field, code]));
};

test('somebody of the place, for some days of the office, may be', () => {
  expect(told({})).toEqual({});
  expect(told({ 2: { from: '2026-04-30', until: '2026-04-30' } })).toEqual({});
});

test.each([
  ['unknown', { 1: undefined }, { username: 'deputy.unknown' }],
  ['oneself', { 1: { ...named, id: 2 } }, { username: 'deputy.oneself' }],
  ['who names them', { 3: { today: TODAY, by: 5 } }, { username: 'appointment.not_yourself' }],
  ['an auditor', { 1: { ...named, audits: true } }, { username: 'handover.auditor_apart' }],
  ['who does it already', { 1: { ...named, holds: true } }, { username: 'deputy.holds_already' }],
  ['from a day that is over', { 2: { ...days, from: '2026-03-09' } }, { from: 'deputy.from_past' }],
  ['far ahead', { 2: { from: '2026-06-09', until: '2026-06-10' } }, { from: 'deputy.too_early' }],
  ['to a day before', { 2: { from: '2026-03-12', until: '2026-03-11' } }, { until: 'deputy.until_before' }],
  ['for too long', { 2: { from: '2026-03-10', until: '2026-06-08' } }, { until: 'deputy.too_long' }],
  ['beyond the office', { 2: { from: '2026-03-10', until: '2026-05-01' } }, { until: 'deputy.outside_office' }],
])('%s: refused where it stands', (_name, over, expected) => {
  expect(told(over as never)).toEqual(expected);
});

test('nobody stands for a deputy, nor for who sees everything or lets people in', () => {
  expect(whyNoDeputy(office, TODAY)).toBeNull();
  expect(whyNoDeputy({ ...office, deputy: true }, TODAY)?.code).toBe('deputy.chain');
  expect(whyNoDeputy({ ...office, role: 'administrator' }, TODAY)?.code).toBe('deputy.not_this_role');
  expect(whyNoDeputy({ ...office, role: 'people_administrator' }, TODAY)?.code).toBe('deputy.not_this_role');
  expect(whyNoDeputy({ ...office, level: null }, TODAY)?.code).toBe('handover.unit_gone');
  expect(whyNoDeputy({ ...office, until: TODAY }, TODAY)?.code).toBe('handover.over');
});
