import type { State } from '#modules/initiatives/registration/rules.ts';
import type { Verdict } from '#modules/registers/cell/rules-values.ts';
import type { Parts } from '#modules/registers/row/rules.ts';
import { TEXT_PARTS } from '#modules/registers/sheet/rules-meanings.ts';

export type Outcome = 'created' | 'updated' | 'unchanged' | 'conflicting';

/** In what a row differs from what stands in the system. */
export type Difference = 'field' | 'subject' | 'withdrawn' | 'result' | 'text';

/** What the database already knows under a row's key. */
export interface Known {
  id: number;
  state: State;
  fieldId: number;
  subject: 'collective' | 'individual';
  carriedOutOn: string | null;
  version: number;
  /** The version of the form that it stands on, and its texts. */
  versionId: number;
  parts: Parts;
}

/** What a good row says. */
export interface Said {
  fieldId: number;
  subject: 'collective' | 'individual';
  verdict: Verdict | null;
  /** True when the import names the decision that results stand under; without one they are read and not recorded. */
  decided: boolean;
  parts: Parts;
}

/**
 * What a row does to what is known: a new model is created; a result that was still open and texts that were still empty are
 * filled in; the same again changes nothing; anything that differs from what stands there is reported and never written.
 */
export function outcomeOf(known: Known | undefined, said: Said): { outcome: Outcome; difference?: Difference } {
  if (!known) return { outcome: 'created' };
  const difference = differenceOf(known, said);
  if (difference) return { outcome: 'conflicting', difference };
  return { outcome: fillsResult(known, said) || textsToFill(known, said).length > 0 ? 'updated' : 'unchanged' };
}

/** Whether the row brings a result to what had none. */
export function fillsResult(known: Known, said: Pick<Said, 'verdict' | 'decided'>): boolean {
  return said.decided && said.verdict !== null && !isJudged(known);
}

/** The parts of the form that stand empty and that the row brings. */
export function textsToFill(known: Known, said: Pick<Said, 'parts'>) {
  return TEXT_PARTS.filter((part) => said.parts[part] !== '' && known.parts[part] === '');
}

const isJudged = ({ state }: Known) => state === 'recognised' || state === 'not_recognised';

function differenceOf(known: Known, said: Said): Difference | undefined {
  if (known.state === 'withdrawn') return 'withdrawn';
  if (known.fieldId !== said.fieldId) return 'field';
  if (known.subject !== said.subject) return 'subject';
  if (isJudged(known) && said.verdict !== null && said.verdict !== known.state) return 'result';
  const both = TEXT_PARTS.filter((part) => said.parts[part] !== '' && known.parts[part] !== '');
  return both.some((part) => evened(said.parts[part]) !== evened(known.parts[part])) ? 'text' : undefined;
}

/** Lines are broken otherwise in a cell than in a form. */
const evened = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
