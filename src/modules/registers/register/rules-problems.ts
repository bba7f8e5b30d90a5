import type { ProblemCode, RowProblem } from '#modules/registers/row/rules.ts';
import type { SkippedLine } from '#modules/registers/row/rules-list.ts';
import type { Difference } from './rules-outcome.ts';

/** Why a row was not written: what is wrong in it, or in what it differs from what stands in the system. */
export type WhyNotWritten = RowProblem<ProblemCode | `row.conflicting.${Difference}`>;

/** The message key of what is wrong with a row; a place that is nearly known gets the sentence that suggests it. */
export function problemKey({ code, params }: Pick<WhyNotWritten, 'code' | 'params'>) {
  if (code === 'unit.unknown' && params.near) return 'register.error.unit.unknown.near' as const;
  if (code === 'unit.district_unknown' && params.near) return 'register.error.unit.district_unknown.near' as const;
  return `register.error.${code}` as const;
}

/** What is said of a row that differs from what stands in the system. */
export function conflict(row: number, difference: Difference): WhyNotWritten {
  return { row, column: null, code: `row.conflicting.${difference}`, params: {} };
}

/** The message key of why a line was passed over. */
export function skippedKey({ why }: Pick<SkippedLine, 'why'>) {
  return `register.skipped.${why}` as const;
}
