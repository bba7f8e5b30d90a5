import { expect, test } from 'vitest';
import { linesOf, type Office, problemsOf, type Successor, waitingIn, whyNoHandover } from './rules.ts';

const TODAY = '2026-03-10';
const office: Office = {
  id: 1,
  personId: 2,
  personName: 'Lê Văn Mẫu',
  role: 'commune_officer',
  unitId: 4,
  unit: 'Xã Đông Một',
  level: 'commune',
  path: '1.2.4',
  registrantId: null,
  registrant: null,
  sector: null,
  since: '2020-01-01',
  until: null,
  ofBody: false,
  without: [],
};
const successor: Successor = { id: 3, name: 'Trần Thị Mẫu', username: 'tran.mau', audits: false, serves: true };

test('an office is handed over to somebody else, from a day within reach', () => {
  expect(problemsOf(office, successor, TODAY, TODAY)).toEqual({});
  expect(problemsOf(office, successor, '2026-02-08', TODAY)).toEqual({});
  expect(problemsOf(office, successor, '2026-06-08', TODAY)).toEqual({});
});

test.each<[string, Partial<Office>, Partial<Successor> | undefined, string, Record<string, string>]>([
  ['nobody', {}, undefined, TODAY, { username: 'handover.successor_unknown' }],
  ['oneself', {}, { id: 2 }, TODAY, { username: 'handover.to_oneself' }],
  ['who audits', {}, { audits: true }, TODAY, { username: 'handover.auditor_apart' }],
  ['an audit to who works', { role: 'auditor' }, {}, TODAY, { username: 'handover.auditor_apart' }],
  ['an audit to who audits', { role: 'auditor' }, { audits: true, serves: false }, TODAY, {}],
  ['too far back', {}, {}, '2026-02-07', { on: 'handover.too_late' }],
  ['too far ahead', {}, {}, '2026-06-09', { on: 'handover.too_early' }],
  ['before it began', { since: '2026-03-05' }, {}, '2026-03-05', { on: 'handover.before_office' }],
  ['after it ends', { until: '2026-04-01' }, {}, '2026-04-01', { on: 'handover.after_office' }],
])('%s', (_name, of, to, on, expected) => {
  const found = problemsOf({ ...office, ...of }, to && { ...successor, ...to }, on, TODAY);
  expect(Object.fromEntries(Object.entries(found).map(([field, { code }]) => [field, code]))).toEqual(expected);
});

test.each<[Partial<Office>, string | undefined]>([
  [{}, undefined],
  [{ until: TODAY }, 'handover.over'],
  [{ since: '2026-03-11' }, 'handover.over'],
  [{ ofBody: true }, 'handover.of_body'],
  [{ level: null }, 'handover.unit_gone'],
])('of an office like %j: %s', (of, code) => expect(whyNoHandover({ ...office, ...of }, TODAY)?.code).toBe(code));

test('what waits is counted by kind, without what is a person’s own, in the order of the home page', () => {
  const waiting = waitingIn([
    { kind: 'decide', count: 7 },
    { kind: 'accept', count: 1 },
    { kind: 'accept', count: 4 },
    { kind: 'continue_draft', count: 2 },
    { kind: 'receive_handover', count: 1 },
  ]);
  expect(waiting).toEqual({ decide: 7, accept: 5 });
  expect(linesOf({ ...waiting, continue_draft: 1 })).toEqual([
    { kind: 'continue_draft', count: 1 },
    { kind: 'accept', count: 5 },
    { kind: 'decide', count: 7 },
  ]);
});
