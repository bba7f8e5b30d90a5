import { describe, expect, test } from 'vitest';
import { STATES } from '#modules/initiatives/registration/rules.ts';
import type { Parts } from '#modules/registers/row/rules.ts';
import { matchKnown } from './rules-known.ts';
import { type Known, outcomeOf, type Said, textsToFill } from './rules-outcome.ts';

const NO_TEXT: Parts = {
  reason: '',
  objectives: '',
  content: '',
  place: '',
  forces: '',
  resources: '',
  outputs: '',
  sustaining: '',
};
const known = (over: Partial<Known> = {}): Known => ({
  id: 1,
  state: 'accepted',
  fieldId: 1,
  subject: 'collective',
  carriedOutOn: null,
  version: 1,
  versionId: 1,
  parts: NO_TEXT,
  ...over,
});
const said = (over: Partial<Said> = {}): Said => ({
  fieldId: 1,
  subject: 'collective',
  verdict: null,
  decided: true,
  parts: NO_TEXT,
  ...over,
});

test('nothing known under the key: a new model', () => {
  expect(outcomeOf(undefined, said())).toEqual({ outcome: 'created' });
});

const OPEN = ['submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed'] as const;
const VERDICTS = ['recognised', 'not_recognised'] as const;

test.each(OPEN)('a result fills in what is %s, under a decision only', (state) => {
  for (const verdict of VERDICTS) {
    expect(outcomeOf(known({ state }), said({ verdict }))).toEqual({ outcome: 'updated' });
    expect(outcomeOf(known({ state }), said({ verdict, decided: false }))).toEqual({ outcome: 'unchanged' });
  }
  expect(outcomeOf(known({ state }), said())).toEqual({ outcome: 'unchanged' });
});

test.each(VERDICTS)('what is %s already stays, and another result is a conflict, decided or not', (state) => {
  for (const decided of [true, false]) {
    expect(outcomeOf(known({ state }), said({ decided }))).toEqual({ outcome: 'unchanged' });
    for (const verdict of VERDICTS) {
      const same = state === verdict;
      expect(outcomeOf(known({ state }), said({ verdict, decided }))).toEqual(
        same ? { outcome: 'unchanged' } : { outcome: 'conflicting', difference: 'result' },
      );
    }
  }
});

test('another field or subject, or one that was withdrawn, is a conflict in whatever state', () => {
  for (const state of Object.keys(STATES) as Known['state'][]) {
    if (state === 'annulled') continue;
    const kinds: [Partial<Known>, string][] = [
      [{ fieldId: 2 }, state === 'withdrawn' ? 'withdrawn' : 'field'],
      [{ subject: 'individual' }, state === 'withdrawn' ? 'withdrawn' : 'subject'],
    ];
    for (const [over, difference] of kinds)
      expect(outcomeOf(known({ state, ...over }), said())).toEqual({ outcome: 'conflicting', difference });
  }
  expect(outcomeOf(known({ state: 'withdrawn' }), said())).toEqual({ outcome: 'conflicting', difference: 'withdrawn' });
});

const texts = (over: Partial<Parts>) => ({ parts: { ...NO_TEXT, ...over } });

test.each([...OPEN, ...VERDICTS])('a text fills in what stands empty in what is %s, and only that', (state) => {
  const before = known({ state, ...texts({ content: 'Mỗi nhà một chậu.' }) });
  expect(outcomeOf(before, said(texts({ outputs: '30 hộ' })))).toEqual({ outcome: 'updated' });
  expect(textsToFill(before, texts({ content: 'Mỗi nhà một chậu.', outputs: '30 hộ' }))).toEqual(['outputs']);
  expect(outcomeOf(before, said())).toEqual({ outcome: 'unchanged' });
});

test('another text is a conflict, another break of its lines is not', () => {
  const before = known(texts({ content: 'Mỗi nhà một chậu.\nMỗi ngõ một luống.' }));
  expect(outcomeOf(before, said(texts({ content: 'Mỗi nhà một chậu. Mỗi ngõ  một luống.' })))).toEqual({
    outcome: 'unchanged',
  });
  expect(outcomeOf(before, said({ ...texts({ content: 'Khác' }), verdict: 'recognised' }))).toEqual({
    outcome: 'conflicting',
    difference: 'text',
  });
});

describe('what is known of a row', () => {
  const row = (unitId: number, key: string) => ({ unitId, key });
  const standing = (id: number, unitId: number, key: string) => ({ ...known({ id }), unitId, key });
  const found = (rows: ReturnType<typeof row>[], list: ReturnType<typeof standing>[]) => {
    const matched = matchKnown(rows, list);
    return rows.map((each) => matched.get(each)?.id);
  };

  test('is found by unit and key', () => {
    const rows = [row(4, 'a|b|1'), row(5, 'a|b|1'), row(4, 'a|c|1')];
    expect(found(rows, [standing(1, 4, 'a|b|1'), standing(2, 6, 'a|c|1')])).toEqual([1, undefined, undefined]);
  });

  test('is found by its number among equal ones, each once', () => {
    const rows = [row(4, 'a|b|1'), row(4, 'a|b|2'), row(4, 'a|b|3')];
    expect(found(rows, [standing(8, 4, 'a|b|2'), standing(9, 4, 'a|b|1')])).toEqual([9, 8, undefined]);
  });

  test('of two that forms made and numbered alike, each belongs to one row', () => {
    expect(found([row(4, 'a|b|1'), row(4, 'a|b|2')], [standing(1, 4, 'a|b|1'), standing(2, 4, 'a|b|1')])).toEqual([
      1, 2,
    ]);
  });

  test('a list that has lost an equal line finds what it wrote before', () => {
    expect(found([row(4, 'a|b|1')], [standing(7, 4, 'a|b|2')])).toEqual([7]);
  });
});
