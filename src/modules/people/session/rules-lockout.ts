const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How wrong tries are counted: by the device that a person has signed in with before; from anywhere else by the typed name
 * and the address together, by the name, and by the address. `confirm` counts those of who is signed in already, `mail` the
 * letters asked for, `begin` ways in that strangers begin elsewhere (keys, single sign-on), `request` accounts they ask for.
 * What is typed by strangers never closes the way of a known device.
 */
export type Way = 'device' | 'pair' | 'name' | 'address' | 'confirm' | 'mail' | 'begin' | 'request';

/** Five wrong tries in a row from one place close that place for a quarter of an hour. */
const CLOSING = { failures: 5, closed: 15 * MINUTE };

/**
 * Tries at one name from many places, and at many names from one place, are never closed but slowed: beyond `free` wrong ones
 * only one in `gap` is looked at. A place that has not been wrong about the name yet is let try all the same.
 */
const SLOWING: Partial<Record<Way, { free: number; gap: number }>> = {
  name: { free: 20, gap: 20 * SECOND },
  address: { free: 100, gap: 10 * SECOND },
};

/** What is no failure, and only has its measure: so many in a span of time that begins with the first; then it waits for its end. */
const WINDOWS: Partial<Record<Way, { most: number; length: number }>> = {
  begin: { most: 60, length: 10 * MINUTE },
  request: { most: 10, length: HOUR },
};

/** After this long a time of quiet nothing is held against anyone. */
const FORGOTTEN: Record<Exclude<Way, 'begin' | 'request'>, number> = {
  device: DAY,
  pair: DAY,
  name: DAY,
  confirm: DAY,
  address: HOUR,
  mail: HOUR,
};
export const LONGEST_KEPT = DAY;

export interface Place {
  way: Way;
  what: string;
}
/** What has been counted at one place; `lastAt` is when the last one came, in a window when the first did. */
export interface Failures extends Place {
  count: number;
  lastAt: Date;
  closedUntil: Date | null;
}

/** What tells one place of the network from another: an IPv4 address, or the 64 bits that one household's IPv6 has. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, '');
  if (!plain.includes(':')) return plain.slice(0, 60);
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = plain.includes('::')
    ? Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
    : [];
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::`.slice(0, 60);
}

/** Where a try is counted, always in the same order, in which the rows are locked. */
export function placesOf(username: string, address: string, device: string | undefined): Place[] {
  if (device) return [{ way: 'device', what: device }];
  const network = networkOf(address);
  return [
    { way: 'address', what: network },
    { way: 'name', what: username },
    { way: 'pair', what: `${network} ${username}` },
  ];
}

/** Whole minutes until another try is looked at; 0 when it is now. */
export function minutesClosed(counted: readonly Failures[], now: Date): number {
  const freshPlace = !counted.some(({ way, count }) => way === 'pair' && count > 0);
  const left = counted.map((each) => {
    if (each.way === 'name' && freshPlace) return 0;
    const window = WINDOWS[each.way];
    if (window) return each.count < window.most ? 0 : each.lastAt.getTime() + window.length - now.getTime();
    const slow = SLOWING[each.way];
    const until = slow && each.count > slow.free ? each.lastAt.getTime() + slow.gap : each.closedUntil?.getTime();
    return (until ?? 0) - now.getTime();
  });
  return Math.max(0, ...left.map((ms) => Math.ceil(ms / MINUTE)));
}

/** The count of a place after one more wrong try. A closing that has run out, or a time of quiet, begins anew. */
export function afterFailure(before: Failures, now: Date): Failures {
  const passed = now.getTime() - before.lastAt.getTime();
  if (before.way === 'begin' || before.way === 'request') {
    const over = before.count === 0 || passed >= (WINDOWS[before.way]?.length ?? 0);
    return { ...before, count: over ? 1 : before.count + 1, lastAt: over ? now : before.lastAt };
  }
  const quiet = passed >= FORGOTTEN[before.way];
  const count = quiet || before.closedUntil !== null ? 1 : before.count + 1;
  const closes = SLOWING[before.way] === undefined && count >= CLOSING.failures;
  return { ...before, count, lastAt: now, closedUntil: closes ? new Date(now.getTime() + CLOSING.closed) : null };
}
