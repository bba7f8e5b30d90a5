import { type BoardFilter, boardFilterOf } from '#modules/initiatives/board/schema.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { dayOf } from '#platform/server/context.ts';

type Cycle = { id: number; code: string; opensOn: string };

/** The filter of an address, of the present year and of communes where it names neither; nothing while there is no year. */
export function askedOf<C extends Cycle>(address: URLSearchParams, cycles: readonly C[], now: Date) {
  const filter = boardFilterOf(address);
  const cycle = cycles.find(({ id }) => id === filter.cycle) ?? currentCycle(cycles, dayOf(now));
  if (!cycle) return undefined;
  const asked: BoardFilter & { cycle: number; level: Level } = {
    ...filter,
    cycle: cycle.id,
    level: filter.level ?? 'commune',
  };
  return { filter: asked, cycle };
}
