import type { Language } from '#platform/i18n.ts';
import type { Reason } from '#platform/refusal.ts';

/** What a decision's first page says; days are `yyyy-mm-dd`. */
export interface DecisionHead {
  number: string;
  decidedOn: string;
  signer: string;
  signerPost: string;
  titleGroupId?: number | undefined;
}

/** A proposed registration as the person who chose it saw it. */
export interface Pick {
  id: number;
  version: number;
}

/** What stands in the database now where a pick points. */
export interface Picked extends Pick {
  name: string;
  state: string;
  /** Of the cycle and level of the decision, and answered for by its unit. */
  belongs: boolean;
}

/** Why a date cannot be that of a decision in this cycle; nothing when it can. */
export function dateProblem(decidedOn: string, today: string, opensOn: string): Reason | undefined {
  if (decidedOn > today) return { code: 'decision.date.future' };
  if (decidedOn < opensOn) return { code: 'decision.date.before_cycle' };
  return undefined;
}

/**
 * Names of the picks that are not as they were chosen: judged again, decided by somebody else, or gone. `found` is what the
 * database holds now of those that are still within sight.
 */
export function changedSince(picks: readonly Pick[], found: readonly Picked[]): { names: string[]; gone: number } {
  const now = new Map(found.map((each) => [each.id, each]));
  const changed = picks.filter(({ id, version }) => {
    const it = now.get(id);
    return !it || it.version !== version || it.state !== 'proposed';
  });
  return {
    names: changed.flatMap(({ id }) => now.get(id)?.name ?? []),
    gone: changed.filter(({ id }) => !now.has(id)).length,
  };
}

const SHOWN = 5;

/** Names as a sentence may hold them: a few in quotation marks, and how many there are in all. */
export function named(names: readonly string[]): { count: number; names: string } {
  const shown = names.slice(0, SHOWN).map((name) => `“${name}”`);
  return { count: names.length, names: shown.join('; ') + (names.length > SHOWN ? '; …' : '') };
}

/** Picks as a form carries them: `12-3 15-1` is registration 12 as of its version 3, and 15 as of 1. */
export function writePicks(picks: readonly Pick[]): string {
  return picks.map(({ id, version }) => `${id}-${version}`).join(' ');
}

/** The picks that were written so, each once; what is none is left out. */
export function readPicks(text: string): Pick[] {
  const picks = new Map<number, Pick>();
  for (const [, id, version] of text.matchAll(/(?<![\d-])(\d{1,9})-(\d{1,9})(?![\d-])/g)) {
    picks.set(Number(id), { id: Number(id), version: Number(version) });
  }
  return [...picks.values()];
}

const KIND = /^(Tỉnh|Thành phố|Thị xã|Thị trấn|Quận|Huyện|Phường|Xã|Đặc khu)(?= )/u;

/** A unit's name within a Vietnamese sentence: 'Xã Vĩnh Phú' → 'xã Vĩnh Phú'; in an English one it stays as it is. */
export function inText(name: string, language: Language): string {
  return language === 'vi' ? name.replace(KIND, (kind) => kind.toLowerCase()) : name;
}
