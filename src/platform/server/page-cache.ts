import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pg from 'pg';

const MOST_BYTES = 24 * 1024 * 1024;
/** Nobody tells of what changes by itself (a day that begins, a count of readings), so no page is kept longer. */
const KEPT_MS = 60_000;
const RETRY_MS = 5_000;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

interface Kept {
  headers: [string, string][];
  bodies: { br: Uint8Array; gzip: Uint8Array; identity: Uint8Array };
  size: number;
  until: number;
}

const kept = new Map<string, Kept>();
const inTheMaking = new Map<string, Promise<Kept | undefined>>();
let bytes = 0;
let trusted = false;
/** Counts the changes heard of: a page that was begun before one is not kept after it. */
let generation = 0;

/** Forgets every kept page. */
export function forgetPages(): void {
  kept.clear();
  inTheMaking.clear();
  bytes = 0;
  generation += 1;
}

/**
 * Answers with the finished page kept under `key`, or with what `make` makes, which is then kept if it is a whole page of HTML.
 * Kept only while changes are heard of. Without a key nothing is looked up and nothing kept.
 */
export async function throughCache(
  key: string | undefined,
  request: Request,
  make: () => Response | Promise<Response>,
): Promise<Response> {
  if (key === undefined) return make();
  // Asked and begun without a pause between, or two who ask in the same moment would both begin.
  const waiting = inTheMaking.get(key);
  const page = keptPage(key) ?? (waiting && (await waiting));
  if (page) return respond(page, request);
  let made: Response | undefined;
  const making = (async () => {
    const before = generation;
    made = await make();
    if (made.status !== 200 || !made.headers.get('content-type')?.startsWith('text/html')) return undefined;
    const whole = await finish(made);
    if (trusted && before === generation) keep(key, whole);
    return whole;
  })();
  share(key, making);
  const whole = await making;
  return whole ? respond(whole, request) : (made as Response);
}

/** Of many who ask for a page at once, one makes it and the others wait; unless nobody would hear that it has changed meanwhile. */
function share(key: string, making: Promise<Kept | undefined>): void {
  if (!trusted) return;
  // Who waited for one that failed makes the page anew, and fails by itself.
  const shared = making.catch(() => undefined);
  inTheMaking.set(key, shared);
  void shared.then(() => inTheMaking.get(key) === shared && inTheMaking.delete(key));
}

function keptPage(key: string): Kept | undefined {
  const page = kept.get(key);
  if (!page) return undefined;
  forget(key, page);
  if (page.until <= performance.now()) return undefined;
  // Put back at the end: what nobody asks for moves to the front and makes room first.
  keep(key, page);
  return page;
}

function keep(key: string, page: Kept): void {
  const old = kept.get(key);
  if (old) forget(key, old);
  kept.set(key, page);
  bytes += page.size;
  for (const [oldest, each] of kept) {
    if (bytes <= MOST_BYTES) break;
    forget(oldest, each);
  }
}

function forget(key: string, page: Kept): void {
  kept.delete(key);
  bytes -= page.size;
}

/** The page in every encoding. Headers that belong to one request or one session are left out. */
async function finish(response: Response): Promise<Kept> {
  const identity = new Uint8Array(await response.arrayBuffer());
  const headers = [...response.headers].filter(
    ([name]) => !['content-length', 'set-cookie', 'x-request-id'].includes(name),
  );
  const [br, gz] = await Promise.all([
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    zip(identity),
  ]);
  const size = identity.length + br.length + gz.length;
  return { headers, bodies: { br, gzip: gz, identity }, size, until: performance.now() + KEPT_MS };
}

function respond(page: Kept, request: Request): Response {
  const accepts = request.headers.get('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'identity';
  const headers = new Headers(page.headers);
  headers.set('vary', 'Accept-Encoding, Accept-Language, Cookie');
  // A browser may keep it and asks each time whether it still holds; Kit answers that by the etag.
  headers.set('cache-control', 'no-cache');
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  const body = page.bodies[encoding];
  headers.set('content-length', String(body.length));
  return new Response(body as BodyInit, { headers });
}

let listening = false;

/** Hears of changes on one connection of its own; when that breaks, everything kept is forgotten and nothing new is kept. */
export function hearOfChanges(url: string, channel: string): void {
  if (listening) return;
  listening = true;
  const begin = async () => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'kheo page cache',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const lost = () => {
      client.removeListener('end', lost);
      trusted = false;
      forgetPages();
      setTimeout(begin, RETRY_MS).unref();
    };
    client.on('error', () => {});
    client.on('notification', forgetPages);
    try {
      await client.connect();
      client.on('end', lost);
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      forgetPages();
      trusted = true;
    } catch {
      lost();
      await client.end().catch(() => {});
    }
  };
  void begin();
}
