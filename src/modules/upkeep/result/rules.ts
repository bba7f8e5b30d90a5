import type { Tone } from '#ui/types.ts';

/** What is measured; each kind but `custom` has its unit (`result.unit.<kind>`): money in millions of đồng. */
export const KINDS = ['money', 'households', 'people', 'km', 'm2', 'labour_days', 'custom'] as const;
export type Kind = (typeof KINDS)[number];

/** Claimed until an office has verified it; what was wrong is taken back, and counted nowhere. */
const RESULT_STATES = ['claimed', 'verified', 'taken_back'] as const;
export type ResultState = (typeof RESULT_STATES)[number];

const TONES: Record<ResultState, Tone> = { claimed: 'info', verified: 'good', taken_back: 'neutral' };
/** The mood of a state's badge. */
export const toneOf = (state: ResultState): Tone => TONES[state];

/** Most that a figure may be: what numeric(15, 2) holds, rounded down. */
const VALUE_MAX = 999_999_999_999;

const GROUPED = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/;
const GROUPED_ENGLISH = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/;
const PLAIN = /^\d+([.,]\d{1,2})?$/;

/**
 * A figure as people type it: `1.250`, `1.250,5`, `1,250.5`, `12,5`, `12.5`; null for anything else. With at most two decimals a
 * group of three is never one.
 */
export function figureOf(typed: string): number | null {
  const text = typed.trim().replaceAll(/\s/g, '');
  const plain = GROUPED.test(text)
    ? text.replaceAll('.', '').replace(',', '.')
    : GROUPED_ENGLISH.test(text)
      ? text.replaceAll(',', '')
      : PLAIN.test(text)
        ? text.replace(',', '.')
        : '';
  const value = Number(plain);
  return plain === '' || value > VALUE_MAX ? null : value;
}

/** What was brought about: the difference, or the whole where nothing was there before. */
export const achieved = ({ before, after }: { before: number | null; after: number }): number =>
  Math.round((after - (before ?? 0)) * 100) / 100;
