import type { State } from '#modules/initiatives/registration/rules.ts';
import type { Verdict } from './rules-values.ts';

export type Outcome = 'created' | 'updated' | 'unchanged' | 'conflicting';

/** In what a row differs from what stands in the system. */
export type Difference = 'field' | 'subject' | 'withdrawn' | 'result';

/** What the database already knows under a row's key. */
export interface Known {
  id: number;
  state: State;
  fieldId: number;
  subject: 'collective' | 'individual';
  carriedOutOn: string | null;
  version: number;
}

/** What a good row says. */
export interface Said {
  fieldId: number;
  subject: 'collective' | 'individual';
  verdict: Verdict | null;
  /** True when the import names the decision that results stand under; without one they are read and not recorded. */
  decided: boolean;
}

/**
 * What a row does to what is known: a new model is created; a result that was still open is filled in; the same again changes
 * nothing; anything that differs from what stands there is reported and never written.
 */
export function outcomeOf(known: Known | undefined, said: Said): { outcome: Outcome; difference?: Difference } {
  if (!known) return { outcome: 'created' };
  const difference = differenceOf(known, said);
  if (difference) return { outcome: 'conflicting', difference };
  const open = known.state !== 'recognised' && known.state !== 'not_recognised';
  return { outcome: open && said.decided && said.verdict !== null ? 'updated' : 'unchanged' };
}

function differenceOf(known: Known, said: Said): Difference | undefined {
  if (known.state === 'withdrawn') return 'withdrawn';
  if (known.fieldId !== said.fieldId) return 'field';
  if (known.subject !== said.subject) return 'subject';
  const judged = known.state === 'recognised' || known.state === 'not_recognised';
  return judged && said.verdict !== null && said.verdict !== known.state ? 'result' : undefined;
}
