const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session ends after 12 hours without a request, and 7 days after sign-in whatever happens. */
export const SESSION_LIFE = { idle: 12 * HOUR, absolute: 7 * DAY, touch: 5 * MINUTE };

/** Five wrong passwords in a row close a name for a quarter of an hour; a day later nothing is held against it. */
export const LOCKOUT = { failures: 5, closed: 15 * MINUTE, forgotten: DAY };

/** The cookie that carries the token. */
export const SESSION_COOKIE = 'kheo_session';
export const LANGUAGE_COOKIE = 'kheo_language';

/** When a session seen at `seen` ends, unless it is seen again. */
export function expiryOf(created: Date, seen: Date): Date {
  return new Date(Math.min(seen.getTime() + SESSION_LIFE.idle, created.getTime() + SESSION_LIFE.absolute));
}

/** True when the last sight is worth writing down again; each request would cost a write otherwise. */
export function isStale(lastSeen: Date, now: Date): boolean {
  return now.getTime() - lastSeen.getTime() >= SESSION_LIFE.touch;
}

/** Wrong passwords given for one typed name. */
export interface Failures {
  count: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** Whole minutes until a closed name opens again; 0 when it is open. */
export function minutesLocked(failures: Failures | undefined, now: Date): number {
  const left = (failures?.lockedUntil?.getTime() ?? 0) - now.getTime();
  return left > 0 ? Math.ceil(left / MINUTE) : 0;
}

/** The count after one more wrong password. A lock that has run out, or a day of quiet, begins anew. */
export function afterFailure(failures: Failures | undefined, now: Date): Failures {
  const over =
    !failures || failures.lockedUntil !== null || now.getTime() - failures.lastAt.getTime() >= LOCKOUT.forgotten;
  const count = over ? 1 : failures.count + 1;
  const lockedUntil = count >= LOCKOUT.failures ? new Date(now.getTime() + LOCKOUT.closed) : null;
  return { count, lastAt: now, lockedUntil };
}

/** Where to go after sign-in: a path of this site as the browser will read it, or `/office`; never another site. */
export function nextAfterSignIn(asked: string | null | undefined, otherwise = '/office'): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, 'http://site.invalid')) return otherwise;
  const url = new URL(asked, 'http://site.invalid');
  // `/.//other.example` tidies to `//other.example`, which a browser reads as another host.
  if (url.host !== 'site.invalid' || url.pathname.startsWith('//')) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** A browser's way of naming itself in two words a person knows ('Chrome · Windows'); empty when none is known. */
export function deviceOf(userAgent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ');
}
