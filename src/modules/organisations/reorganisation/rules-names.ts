import { fold, withoutKind } from '#platform/vietnamese.ts';
import type { Unit } from '../unit/rules.ts';

export type NotFound =
  | { code: 'reorganisation.act.unknown'; params: { text: string } }
  | { code: 'reorganisation.act.unknown_near'; params: { text: string; near: string } }
  | { code: 'reorganisation.act.ambiguous'; params: { text: string; near: string } };

const NEAR = 4;

/** The lines of a field: one unit each, also parted by semicolons. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * Finds units as people name them: by code, by name without marks, or by name and the unit above it ("Xã A, Huyện B"). What
 * is not found, or is several, comes back with what it may have been.
 */
export function finderByName(standing: readonly Unit[]): (text: string) => Unit | NotFound {
  const byCode = new Map(standing.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
  const byId = new Map(standing.map((unit) => [unit.id, unit]));
  const byName = Map.groupBy(standing, (unit) => fold(unit.name));
  const said = (unit: Unit) => {
    const above = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return [unit.name, unit.code && `(${unit.code})`, above && `– ${above.name}`].filter(Boolean).join(' ');
  };
  const several = (text: string, units: readonly Unit[], code: 'ambiguous' | 'unknown_near'): NotFound => ({
    code: `reorganisation.act.${code}`,
    params: { text, near: units.slice(0, NEAR).map(said).join('; ') },
  });
  return (text) => {
    const coded = byCode.get(text.trim());
    if (coded) return coded;
    const whole = byName.get(fold(text)) ?? [];
    if (whole.length === 1) return whole[0] as Unit;
    if (whole.length > 1) return several(text, whole, 'ambiguous');
    const [name = '', ...above] = text.split(/,| – | - /);
    const placed = (byName.get(fold(name)) ?? []).filter((unit) => {
      const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
      return above.length > 0 && parent && fold(parent.name) === fold(above.join(' '));
    });
    if (placed.length === 1) return placed[0] as Unit;
    const near = nearTo(text, standing);
    return near.length > 0
      ? several(text, near, 'unknown_near')
      : { code: 'reorganisation.act.unknown', params: { text } };
  };
}

/** Units whose names are a slip of the hand away: the same without kind, or with the fewest letters changed. */
function nearTo(text: string, standing: readonly Unit[]): Unit[] {
  const wanted = fold(withoutKind(text));
  if (wanted.length < 2) return [];
  const most = Math.max(1, Math.floor(wanted.length / 4));
  return standing
    .map((unit) => ({ unit, off: distance(wanted, fold(withoutKind(unit.name)), most) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off)
    .slice(0, NEAR)
    .map(({ unit }) => unit);
}

/** How many letters have to be changed, added or dropped; more than `most` is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] as number;
}
