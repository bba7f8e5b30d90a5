import { claimResult } from '../../src/modules/upkeep/result/server/actions.ts';
import { type Cast, cycles, type PersonName } from './cast.ts';

/** A result that somebody claims of a model, told by a word. */
export async function claimed(cast: Cast, writer: PersonName, initiativeId: number, word: string) {
  const told = { kind: 'km', name: `Đường làm được ${word}`, after: '2,5', evidence: `Biên bản ${word}` } as const;
  const { id } = await claimResult(cast.contextFor(writer), { initiativeId, cycleId: cycles.current, ...told });
  return { resultId: id };
}
