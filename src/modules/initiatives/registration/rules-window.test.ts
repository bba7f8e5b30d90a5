import { expect, test } from 'vitest';
import { type Coming, countedOn, isLate, windowProblems } from './rules-window.ts';

const windows = {
  opensOn: '2026-01-01',
  levels: [
    { level: 'commune' as const, registerDueOn: '2026-03-10' },
    { level: 'province' as const, registerDueOn: '2026-03-20' },
  ],
};
const form = (over: Partial<Coming> = {}): Coming => ({
  ...{ levels: ['commune'], paperOn: '', signedBy: '', lateReason: '', ...over },
});
const wrong = (over: Partial<Coming>, today: string) =>
  Object.entries(windowProblems(form(over), windows, today)).map(([box, { code }]) => `${box}: ${code}`);

test('the due day itself is in time; the day after asks why, by the level that is sought', () => {
  expect(wrong({}, '2026-03-10')).toEqual([]);
  expect(wrong({}, '2026-03-11')).toEqual(['lateReason: registration.late_reason.missing']);
  expect(wrong({ lateReason: 'Lũ lụt' }, '2026-03-11')).toEqual([]);
  expect(isLate(form({ levels: ['province'] }), windows, '2026-03-11')).toBe(false);
  expect(isLate(form({ levels: ['commune', 'province'] }), windows, '2026-03-11')).toBe(true);
});

test('of a paper form the day of its receipt counts, which is none to come and none before the year opened', () => {
  const paper = { paperOn: '2026-03-09', signedBy: 'Bí thư chi bộ' };
  expect(countedOn(form(paper), '2026-03-15')).toBe('2026-03-09');
  expect(wrong(paper, '2026-03-15')).toEqual([]);
  expect(wrong({ ...paper, paperOn: '2026-03-16' }, '2026-03-15')).toEqual([
    'paperOn: registration.paper.day_ahead',
    'lateReason: registration.late_reason.missing',
  ]);
  expect(wrong({ ...paper, paperOn: '2025-12-31' }, '2026-03-01')).toEqual(['paperOn: registration.paper.day_before']);
  expect(wrong({ paperOn: '2026-03-01' }, '2026-03-01')).toEqual(['signedBy: registration.paper.signed_missing']);
  expect(wrong({ signedBy: 'x' }, '2026-03-01')).toEqual(['paperOn: registration.paper.day_missing']);
});
