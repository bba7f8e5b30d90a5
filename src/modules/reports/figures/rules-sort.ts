import type { Group } from './rules.ts';

/** The columns that a person may sort by; a minus before the name turns the order round. */
export const SORTS = ['registered', 'change', 'recognised', 'rate', 'points'] as const;
export type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`;

const VALUE: Record<(typeof SORTS)[number], (group: Group) => number | null> = {
  registered: (group) => group.registered,
  change: (group) => group.change?.registered ?? null,
  recognised: (group) => group.recognised,
  rate: (group) => group.rate,
  points: (group) => group.change?.rate ?? null,
};

/** The lines in the asked order, else as they stand; a line without a value comes last either way. */
export function inAskedOrder(groups: readonly Group[], sort: Sort | undefined): Group[] {
  if (sort === undefined) return [...groups];
  const down = sort.startsWith('-');
  const value = VALUE[sort.replace('-', '') as (typeof SORTS)[number]];
  return [...groups].sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return down ? other - one : one - other;
  });
}
