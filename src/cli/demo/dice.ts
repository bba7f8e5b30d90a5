/** A generator whose throws follow from its seed alone, so that every demo province is the same one. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
}

/** Dice for a purpose: `dice('models', 2019, '30791')`. Other seeds give other, unrelated throws. */
export function dice(...seed: (string | number)[]): Dice {
  let state = hash(seed.join('\u0001'));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    return mixed(state) / 2 ** 32;
  };
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    chance: (probability) => next() < probability,
  };
}

/** Shares out `total` whole things by weight; what rounding leaves over goes to the largest remainders. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact.map((value, place) => ({ place, rest: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) shares[place] = (shares[place] as number) + 1;
  return shares;
}

/** The list in an order that follows from the dice. */
export function shuffled<T>(list: readonly T[], { int }: Dice): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = int(0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97);
  return (mix ^ (mix >>> 15)) >>> 0;
}
