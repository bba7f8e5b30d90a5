import { Refusal } from '#platform/refusal.ts';

export const VERDICTS = ['proposed', 'not_recognised'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A checklist as filled in: ids of the criteria that were asked, and of those that are met. */
export interface Checklist {
  asked: readonly number[];
  met: readonly number[];
}

/** The criteria that were asked and are not met. */
export function unmet(checklist: Checklist): number[] {
  return checklist.asked.filter((id) => !checklist.met.includes(id));
}

/** Whether this verdict over this checklist must say why: a refusal always, a proposal when a criterion is not met. */
export function needsReason(verdict: Verdict, checklist: Checklist): boolean {
  return verdict === 'not_recognised' || unmet(checklist).length > 0;
}

/**
 * The one check of a verdict: asked is exactly what the cycle asks of this subject (else the list was changed meanwhile), met is
 * a part of it, and a reason stands where one is needed. Answers what is to be kept, ids in the order of the list.
 */
export function judge(verdict: Verdict, filledIn: Checklist, reason: string, criteria: readonly number[]): Checklist {
  const same = filledIn.asked.length === criteria.length && criteria.every((id) => filledIn.asked.includes(id));
  if (!same) throw new Refusal('conflict', 'appraisal.criteria_changed');
  if (filledIn.met.some((id) => !criteria.includes(id))) throw new Refusal('invalid', 'form.invalid_value');
  const checklist = { asked: [...criteria], met: criteria.filter((id) => filledIn.met.includes(id)) };
  if (reason.trim() === '' && needsReason(verdict, checklist)) {
    const code = verdict === 'not_recognised' ? 'appraisal.reason.why_not' : 'appraisal.reason.why_despite';
    throw new Refusal('invalid', 'form.invalid', { fields: { reason: { code } } });
  }
  return checklist;
}
