import { type Reason, Refusal } from '#platform/refusal.ts';
import { type Asked, mostOf } from './rules.ts';

/**
 * Points as typed, by the id of the line, read in the order of what is asked. Refuses, beside its box, what is no whole number of
 * points that the line can be worth; a line that is only met or not is 0 unless it was ticked.
 */
export function readPoints(
  criteria: readonly Asked[],
  asked: readonly number[],
  typed: Readonly<Record<string, string>>,
): number[] {
  const same = asked.length === criteria.length && criteria.every((each) => asked.includes(each.id));
  if (!same) throw new Refusal('conflict', 'appraisal.criteria_changed');
  const fields: Record<string, Reason> = {};
  const points = criteria.map((each) => {
    const text = typed[each.id]?.trim() ?? '';
    if (each.points === null) return text === '' ? 0 : 1;
    const most = mostOf(each);
    if (!/^\d{1,4}$/.test(text) || Number(text) > most)
      fields[`p${each.id}`] = { code: 'review.points_wrong', params: { most } };
    return Number(text);
  });
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', 'form.invalid', { fields });
  return points;
}

const NAMED = /^p(\d{1,9})$/;
/** Points as a form names them: `p12` is what was typed for line 12. */
export const pointsOf = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (NAMED.test(name) ? [[name.slice(1), value]] : [])),
  );
