import { describe, expect, test } from 'vitest';
import type { Refusal } from '#platform/refusal.ts';
import { judge, needsReason, unmet, type Verdict } from './rules.ts';

const ALL = [3, 1, 2];

test('unmet is what was asked and not ticked', () => {
  expect(unmet({ asked: ALL, met: [1] })).toEqual([3, 2]);
});

describe('a reason', () => {
  test.each<[Verdict, number[], boolean]>([
    ['proposed', [1, 2, 3], false],
    ['proposed', [1, 2], true],
    ['not_recognised', [1, 2, 3], true],
    ['not_recognised', [], true],
  ])('%s with %j met: needed = %s', (verdict, met, needed) => {
    expect(needsReason(verdict, { asked: ALL, met })).toBe(needed);
  });
  test('a cycle that asks nothing needs none for a proposal', () => {
    expect(judge('proposed', { asked: [], met: [] }, '', [])).toEqual({ asked: [], met: [] });
  });
});

describe('judge', () => {
  const said = (work: () => unknown) => {
    try {
      return work();
    } catch (failure) {
      const { kind, reason, fields } = failure as Refusal;
      return [kind, fields.reason?.code ?? reason.code];
    }
  };

  test('keeps ids in the order of the list, each once', () => {
    expect(judge('proposed', { asked: [1, 2, 3], met: [2, 1, 3, 3] }, '', ALL)).toEqual({ asked: ALL, met: ALL });
  });
  test('a proposal over an unmet criterion stands with a reason', () => {
    expect(judge('proposed', { asked: ALL, met: [1] }, 'Vùng khó khăn', ALL)).toEqual({ asked: ALL, met: [1] });
  });
  test.each<[string, Verdict, number[], string, string[]]>([
    ['refused without a word', 'not_recognised', ALL, '  ', ['invalid', 'appraisal.reason.why_not']],
    ['proposed over an unmet one without a word', 'proposed', [1], '', ['invalid', 'appraisal.reason.why_despite']],
    ['a criterion of another list', 'proposed', [1, 2, 3, 9], '', ['invalid', 'form.invalid_value']],
  ])('%s', (_name, verdict, met, reason, answer) => {
    expect(said(() => judge(verdict, { asked: ALL, met }, reason, ALL))).toEqual(answer);
  });
  test.each([[[1, 2]], [[1, 2, 3, 4]], [[1, 2, 4]], [[1, 1, 1]]])('a list %j that is not the cycle’s', (asked) => {
    const answer = said(() => judge('not_recognised', { asked, met: [] }, 'vì vậy', ALL));
    expect(answer).toEqual(['conflict', 'appraisal.criteria_changed']);
  });
});
