import type { RequestEvent } from '@sveltejs/kit';
import { SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { countReading } from '#modules/portal/article/server/store-reads.ts';
import { hearOfChanges, throughCache } from '#platform/server/page-cache.ts';
import { addressOf } from './routes/(portal)/address.ts';

const ARTICLE = '/(portal)/tin-tuc/[slug]';

/** A portal page for whoever has no session from the kept pages, anything else made anew; readings of news are counted either way. */
export async function throughPortal(event: RequestEvent, make: () => Response | Promise<Response>): Promise<Response> {
  const { request, route, params, locals } = event;
  const key = keyOf(event);
  if (key !== undefined) hearOfChanges(locals.ctx.database.url, 'kheo_public');
  const response = await throughCache(key, request, make);
  if (route.id === ARTICLE && params.slug && request.method === 'GET' && response.status === 200)
    countReading(params.slug, request.headers.get('user-agent'), locals.ctx);
  return response;
}

/** What tells one visitor's page from another: its language and its one address. A session cookie, even a dead one, has no key. */
function keyOf({ request, route, url, cookies, isDataRequest, locals }: RequestEvent): string | undefined {
  const isPage = request.method === 'GET' && !isDataRequest && route.id?.startsWith('/(portal)');
  return isPage && !cookies.get(SESSION_COOKIE) ? `${locals.language} ${addressOf(url)}` : undefined;
}
