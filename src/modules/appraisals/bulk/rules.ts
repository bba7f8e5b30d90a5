import { type State, TRANSITIONS } from '#modules/initiatives/registration/rules.ts';

/** What may be done to several registrations at once. */
export const BULK_ACTS = ['accept', 'return', 'defer', 'resume', 'propose', 'decline'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** How many may be acted upon at once: as many as a person looks over. */
export const BULK_MAX = 200;

/** A selected registration, as it stood when it was looked over. */
export interface Pick {
  id: number;
  version: number;
}

export const writtenPick = ({ id, version }: Pick) => `${id}-${version}`;

/** What a form brings back, each once, in the order in which they are taken; what is no pick is left out. */
export function picksOf(values: readonly unknown[]): Pick[] {
  const picks = new Map<number, Pick>();
  for (const value of values) {
    const [, id, version] = /^([1-9]\d{0,8})-([1-9]\d{0,8})$/.exec(String(value)) ?? [];
    if (id && version) picks.set(Number(id), { id: Number(id), version: Number(version) });
  }
  return [...picks.values()].sort((a, b) => a.id - b.id);
}

/** The ids that an address names, each once. */
export function idsOf(values: readonly string[]): number[] {
  return [...new Set(values.filter((value) => /^[1-9]\d{0,8}$/.test(value)).map(Number))];
}

/** The act that an address names. */
export function actAsked(asked: URLSearchParams): BulkAct {
  return BULK_ACTS.find((act) => act === asked.get('act')) ?? 'accept';
}

/** The list from which an address came (`from`), with its filter; no other place is led to. */
export function listBehind(asked: URLSearchParams): string {
  const from = asked.get('from') ?? '';
  return /^\/office\/(initiatives|appraisals)(\?[^#]*)?$/.test(from) ? from : '/office/initiatives';
}

/** What a list offers: where it shows one state, the acts of that state; else those with which an office begins. */
export function actsIn(state: string | undefined, theirs: readonly BulkAct[]): BulkAct[] {
  const common: readonly BulkAct[] = ['accept', 'return', 'defer'];
  return theirs.filter((act) => {
    if (state === undefined || state === 'open' || state === 'counted') return common.includes(act);
    return (TRANSITIONS[act].from as readonly State[]).includes(state as State);
  });
}
