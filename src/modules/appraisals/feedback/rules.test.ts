import { expect, test } from 'vitest';
import { FEEDBACK_MAX, feedbackIn } from '#modules/initiatives/registration/rules-feedback.ts';
import { draftOf, stepOf } from './rules.ts';

test('the draft holds each appraiser’s words once, parted, and no more than may be sent', () => {
  expect(draftOf(['Rõ người, rõ việc. ', '', 'Nên ghi sổ.', 'Rõ người, rõ việc.'])).toBe(
    'Rõ người, rõ việc.\n\nNên ghi sổ.',
  );
  expect(draftOf([])).toBe('');
  expect(draftOf(['a'.repeat(3_000), 'b'.repeat(3_000)])).toHaveLength(FEEDBACK_MAX);
});

test('beside a staged verdict it is prepared, after a verdict given, and before either there is nothing to do', () => {
  const standing = { teamUnitId: 4, conflict: null, open: true };
  const step = (state: 'self_assessed' | 'proposed' | 'recognised' | 'accepted', revision: number | null) =>
    stepOf({ ...standing, state, revision });
  expect([step('self_assessed', 1), step('self_assessed', null), step('proposed', null)]).toEqual([
    ...['prepare', null, 'give'],
  ]);
  expect([step('recognised', 3), step('accepted', null)]).toEqual(['give', null]);
});

test('the latest holds, until the appraisal is taken up again', () => {
  const at = new Date(0);
  const of = (id: number, act: string, registrationId = 1) => ({ id, act, registrationId, at, details: {} });
  expect(feedbackIn([of(3, 'feedback'), of(2, 'feedback'), of(1, 'propose')], 1)?.id).toBe(3);
  expect(feedbackIn([of(4, 'decline'), of(3, 'reopen'), of(2, 'feedback')], 1)).toBeUndefined();
  expect(feedbackIn([of(2, 'feedback', 2)], 1)).toBeUndefined();
});
