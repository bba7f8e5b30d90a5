const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session ends after 12 hours without a request, and 7 days after sign-in whatever happens. */
export const SESSION_LIFE = { idle: 12 * HOUR, absolute: 7 * DAY, touch: 5 * MINUTE, confirmed: 15 * MINUTE };

/** True while a proof of who is there is young enough for acts that matter. */
export function isConfirmed(confirmedAt: Date | null | undefined, now: Date): boolean {
  return confirmedAt != null && now.getTime() - confirmedAt.getTime() < SESSION_LIFE.confirmed;
}

/** Whether who is there proved it lately; and if not, by what else than the password they can: a code of the telephone, a passkey. */
export interface Confirmation {
  confirmed: boolean;
  byCode: boolean;
  byKey: boolean;
}

/** The cookie that carries the token. */
export const SESSION_COOKIE = 'kheo_session';
/** The cookie of a browser that somebody has signed in with before; it opens nothing. */
export const DEVICE_COOKIE = 'kheo_device';
/** How long a browser that is not used stays known, and how many of one person do. */
export const DEVICE_LIFE = { unused: 180 * DAY, most: 20 };
export const LANGUAGE_COOKIE = 'kheo_language';

/** Where a request to sign in comes from: what the browser says of itself, its address, and its `DEVICE_COOKIE`. */
export interface From {
  userAgent?: string | undefined;
  address?: string | undefined;
  device?: string | undefined;
}

/** When a session seen at `seen` ends, unless it is seen again. */
export function expiryOf(created: Date, seen: Date): Date {
  return new Date(Math.min(seen.getTime() + SESSION_LIFE.idle, created.getTime() + SESSION_LIFE.absolute));
}

/** True when the last sight is worth writing down again; each request would cost a write otherwise. */
export function isStale(lastSeen: Date, now: Date): boolean {
  return now.getTime() - lastSeen.getTime() >= SESSION_LIFE.touch;
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
