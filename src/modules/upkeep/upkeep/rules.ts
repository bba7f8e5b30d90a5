import { Refusal } from '#platform/refusal.ts';
import type { Tone } from '#ui/types.ts';

/** What an act leaves a model in, as table `upkeep` keeps it. */
export const KEPT = ['kept_up', 'needs_support', 'stopped', 'revoked'] as const;
export type Kept = (typeof KEPT)[number];

/** How a recognised model stands on a day. Nobody writes `lapsed`: a year has passed since it was recognised or last looked at. */
export const STANDINGS = ['kept_up', 'needs_support', 'lapsed', 'stopped', 'revoked'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The stock: what is being kept up on a day. What has lapsed is told beside it, since nobody knows. */
export const IN_STOCK: readonly Standing[] = ['kept_up', 'needs_support'];

/** What a yearly check finds, and where that leads. */
export const FINDINGS = { effective: 'kept_up', needs_support: 'needs_support', stopped: 'stopped' } as const;
export type Finding = keyof typeof FINDINGS;
export const FINDING_NAMES = Object.keys(FINDINGS) as [Finding, ...Finding[]];

/**
 * What may be done for a recognised model. A check leads where its finding says; grounds are asked for whatever is not
 * plainly good. docs/workflow.md is generated from this table; a new recognition makes a stopped or revoked model stand again.
 */
export const UPKEEP_ACTS = {
  check: { from: ['kept_up', 'needs_support', 'lapsed'], to: null },
  resume: { from: ['stopped'], to: 'kept_up' },
  revoke: { from: ['kept_up', 'needs_support', 'lapsed', 'stopped'], to: 'revoked' },
  restore: { from: ['revoked'], to: 'kept_up' },
} as const satisfies Record<string, { from: readonly Standing[]; to: Kept | null }>;
export type UpkeepAct = keyof typeof UPKEEP_ACTS;
export const UPKEEP_ACT_NAMES = Object.keys(UPKEEP_ACTS) as UpkeepAct[];

/** Days ahead of the end of the year on which the check begins to wait. */
export const REMINDED_DAYS = 30;

/** Whether the table knows this act from here; a model that was never recognised knows none. */
export const knows = (standing: Standing | null, act: UpkeepAct): boolean =>
  standing !== null && (UPKEEP_ACTS[act].from as readonly Standing[]).includes(standing);

/** What an act leaves behind; refuses one without its finding or its grounds. */
export function keptAfter(act: UpkeepAct, finding: Finding | '', note: string): Kept {
  const fields: Record<string, { code: string }> = {};
  if (act === 'check' && finding === '') fields.finding = { code: 'upkeep.finding.missing' };
  const plain = act === 'check' && (finding === 'effective' || finding === '');
  if (!plain && note.trim() === '') fields.note = { code: 'upkeep.note.missing' };
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', 'form.invalid', { fields });
  return UPKEEP_ACTS[act].to ?? FINDINGS[finding as Finding];
}

const TONES: Record<Standing, Tone> = {
  kept_up: 'good',
  needs_support: 'warn',
  lapsed: 'warn',
  stopped: 'neutral',
  revoked: 'bad',
};
/** The mood of a standing's badge. */
export const toneOf = (standing: Standing): Tone => TONES[standing];
