import type { RequestEvent } from '@sveltejs/kit';
import { DEVICE_COOKIE, DEVICE_LIFE, type From, SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { type NewSession, signOut } from '#modules/people/session/server/actions.ts';

const options = (url: URL, seconds: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: seconds }) as const;

/** Where a request to sign in comes from. */
export function fromOf({ request, cookies, getClientAddress }: RequestEvent): From {
  const userAgent = request.headers.get('user-agent') ?? '';
  return { userAgent, address: getClientAddress(), device: cookies.get(DEVICE_COOKIE) };
}

/** Gives a browser its new session. Whoever was signed in there before is out, now that somebody else is in. */
export async function letIn({ cookies, url, locals }: RequestEvent, session: NewSession): Promise<void> {
  await signOut(locals.ctx, cookies.get(SESSION_COOKIE));
  cookies.set(SESSION_COOKIE, session.token, options(url, 7 * 86_400));
  if (session.device) cookies.set(DEVICE_COOKIE, session.device, options(url, DEVICE_LIFE.unused / 1000));
}
