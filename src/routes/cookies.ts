import type { RequestEvent } from '@sveltejs/kit';
import { STEP_COOKIE, STEP_MINUTES } from '#modules/people/second-factor/rules.ts';
import {
  DEVICE_COOKIE,
  DEVICE_LIFE,
  type From,
  nextAfterSignIn,
  SESSION_COOKIE,
} from '#modules/people/session/rules.ts';
import { type HalfSession, type NewSession, signOut } from '#modules/people/session/server/actions.ts';

/** How cookies that open something are kept. */
export const cookieOptions = (url: URL, seconds: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: seconds }) as const;

/** Where a request to sign in comes from. */
export function fromOf({ request, cookies, getClientAddress }: RequestEvent): From {
  const userAgent = request.headers.get('user-agent') ?? '';
  return { userAgent, address: getClientAddress(), device: cookies.get(DEVICE_COOKIE) };
}

/**
 * Gives a browser its new session, or the way to the second step; answers where to go. Whoever was signed in there before is
 * out, now that somebody else is in.
 */
export async function letIn(event: RequestEvent, begun: NewSession | HalfSession, next = ''): Promise<string> {
  const { cookies, url, locals } = event;
  const keep = (name: string, value: string, seconds: number) => cookies.set(name, value, cookieOptions(url, seconds));
  if ('ticket' in begun) {
    keep(STEP_COOKIE, begun.ticket, STEP_MINUTES * 60);
    return `/dang-nhap/ma?next=${encodeURIComponent(nextAfterSignIn(next))}`;
  }
  await signOut(locals.ctx, cookies.get(SESSION_COOKIE));
  if (cookies.get(STEP_COOKIE)) cookies.delete(STEP_COOKIE, { path: '/', secure: url.protocol === 'https:' });
  keep(SESSION_COOKIE, begun.token, 7 * 86_400);
  if (begun.device) keep(DEVICE_COOKIE, begun.device, DEVICE_LIFE.unused / 1000);
  return nextAfterSignIn(next);
}
