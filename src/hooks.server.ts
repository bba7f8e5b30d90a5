import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { wordsIn } from '#messages/catalogues.ts';
import { PUBLIC, publicScope, scopeOf } from '#modules/people/scope/rules.ts';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { openSession, sessionId } from '#modules/people/session/server/queries.ts';
import { touchSession } from '#modules/people/session/server/store.ts';
import { preferredLanguage } from '#platform/i18n.ts';
import { Refusal } from '#platform/refusal.ts';
import { theDatabase } from '#platform/server/db.ts';
import { log } from '#platform/server/log.ts';
import { settings } from '#platform/server/settings.ts';
import { throughPortal } from './portal-pages.ts';

// Told by the route, as the router has read the address: `/%6fffice` is the office too. What no route takes goes by its path.
const WORKING = /^(\/\(\w+\))?\/(office|tai-khoan)(\/|$)/;
/** Pages that show who is there, or take a secret: no cache may keep them. */
const PERSONAL =
  /^(\/\(\w+\))?\/(office|tai-khoan|dang-nhap|dang-xuat|quen-mat-khau|dat-lai-mat-khau|loi-moi|xin-tai-khoan|thiet-lap|ngon-ngu)(\/|$)/;
// Marks for a script that would wake the page up; none does (`csr = false`), and in a list they are a quarter of its bytes.
const HYDRATION = /<!--(?:\[[-!\d]*|\]|)-->/g;
const READS = ['GET', 'HEAD', 'OPTIONS'];
const placeOf = ({ route, url }: RequestEvent) => route.id ?? url.pathname;

export const handle: Handle = async ({ event, resolve }) => {
  const began = performance.now();
  // Kit would answer every page's data as JSON too; no script of ours asks for it (`csr = false`), so it is no door.
  if (event.isDataRequest) return new Response(null, { status: 404 });
  // Kit asks forms for their origin; what comes as anything else is asked here. Browsers name it with every such request.
  if (!READS.includes(event.request.method) && event.request.headers.get('origin') !== event.url.origin)
    return new Response(null, { status: 403 });
  if (!isReadable(event.url)) return unreadable(event);
  await meet(event);
  const { ctx, language, signedIn } = event.locals;
  const response =
    signedIn || !WORKING.test(placeOf(event))
      ? await throughPortal(event, () =>
          resolve(event, { transformPageChunk: ({ html }) => html.replace(HYDRATION, '').replace('%lang%', language) }),
        )
      : toSignIn(event.url);
  protect(event, response.headers);
  const { pathname: path } = event.url;
  const ms = Math.round((performance.now() - began) * 10) / 10;
  const { requestId, actor } = ctx;
  log('info', 'request', {
    requestId,
    method: event.request.method,
    path,
    status: response.status,
    ms,
    person: actor.id,
  });
  return response;
};

/** Kit answers 400 to a path that is no UTF-8; the same goes for the rest of an address, and for what no text can hold. */
function isReadable({ pathname, search }: URL): boolean {
  try {
    return !decodeURIComponent(pathname + search).includes('\0');
  } catch {
    return false;
  }
}

function unreadable(event: RequestEvent): Response {
  speak(event.locals, languageOf(event));
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8' });
  protect(event, headers);
  return new Response(event.locals.t('error.400.what'), { status: 400, headers });
}

const languageOf = ({ cookies, request }: RequestEvent) =>
  cookies.get(LANGUAGE_COOKIE) ?? preferredLanguage(request.headers.get('accept-language'));

/** Says in the reader's language what a page could not; what nobody foresaw is logged under the id that the page shows. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const t = event.locals.t ?? wordsIn('vi');
  const requestId = event.locals.ctx?.requestId;
  if (error instanceof Refusal) return { status: error.status, message: t(error.reason.code, error.reason.params) };
  if (kind === 'app') return { message: error.message };
  if (kind === 'framework' && error.status < 500)
    return { message: t(error.status === 404 || error.status === 413 ? `error.${error.status}.what` : 'error.other') };
  log('error', 'a request failed', { requestId, path: event.url.pathname, error });
  return { message: t('error.500.what'), requestId };
};

/** Who asks, in which language, at which moment. What an error page needs is there before the database is asked. */
async function meet(event: RequestEvent): Promise<void> {
  const { locals, cookies, request } = event;
  speak(locals, languageOf(event));
  const given = request.headers.get('x-request-id') ?? '';
  const requestId = /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  const [database, now] = [theDatabase(), settings().now ?? new Date()];
  locals.signedIn = false;
  locals.ctx = { database, now, requestId, actor: PUBLIC, scope: publicScope() };

  const token = cookies.get(SESSION_COOKIE);
  const session = await openSession(database, token, now);
  if (!token || !session) return;
  speak(locals, session.language);
  locals.signedIn = true;
  locals.ctx = { ...locals.ctx, actor: session.actor, scope: scopeOf(session.actor), session: sessionId(token) };
  await touchSession(locals.ctx, token, session);
}

function speak(locals: App.Locals, language: string): void {
  locals.language = language === 'en' ? 'en' : 'vi';
  locals.t = wordsIn(locals.language);
}

/** Back to the same page after sign-in; what was sent there is not repeated. */
function toSignIn(url: URL): Response {
  const next = encodeURIComponent(`${url.pathname}${url.search}`);
  return new Response(null, { status: 303, headers: { location: `/dang-nhap?next=${next}` } });
}

/** The content policy is Kit's own (vite.config.ts), since it knows the nonces. */
function protect(event: RequestEvent, headers: Headers): void {
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
  if (event.locals.signedIn || PERSONAL.test(placeOf(event))) headers.set('cache-control', 'private, no-store');
}
