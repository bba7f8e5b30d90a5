import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Cast, openCast } from '../../../tests/support/cast.ts';
import { forgetPages, hearOfChanges, throughCache } from './page-cache.ts';

let cast: Cast;
let made = 0;

beforeAll(async () => {
  cast = await openCast();
  hearOfChanges(cast.url, 'pages');
  while (!(await isKept())) await new Promise((next) => setTimeout(next, 20));
});
afterAll(() => cast.close());
beforeEach(() => {
  forgetPages();
  made = 0;
});

const request = (accepts = '') => new Request('http://x/', { headers: { 'accept-encoding': accepts } });
const page = (text: string, more: ResponseInit = {}) =>
  new Response(text, { headers: { 'content-type': 'text/html', 'x-request-id': '1', 'set-cookie': 'a=b' }, ...more });
const make = () => page(`trang ${++made}`);
const ask = async (key: string | undefined, from: () => Response | Promise<Response> = make, accepts = '') =>
  (await throughCache(key, request(accepts), from)).text();

async function isKept(): Promise<boolean> {
  const first = await ask('trial');
  return (await ask('trial')) === first;
}

test('what is kept under a key answers under that key alone, and never without one', async () => {
  expect([await ask('a'), await ask('a'), await ask('b'), await ask(undefined), await ask('a')]).toEqual([
    'trang 1',
    'trang 1',
    'trang 2',
    'trang 3',
    'trang 1',
  ]);
});

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['', null, (body: Buffer) => body],
] as const)('is sent in an encoding that the reader takes: %s', async (accepts, encoding, open) => {
  await ask('a');
  const answer = await throughCache('a', request(accepts), make);
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  const body = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(body.length));
  expect(open(body).toString()).toBe('trang 1');
  expect([answer.headers.get('x-request-id'), answer.headers.get('set-cookie')]).toEqual([null, null]);
});

test('only whole pages are kept', async () => {
  for (const more of [{ status: 404 }, { headers: { 'content-type': 'application/json' } }, { status: 303 }]) {
    expect(await ask('c', () => page(`lần ${++made}`, more))).toBe(`lần ${made}`);
    expect(await ask('c', () => page(`lần ${++made}`, more))).toBe(`lần ${made}`);
  }
});

test('of many who ask at once one makes the page; of those who wait for one that fails each fails by itself', async () => {
  expect(new Set(await Promise.all([1, 2, 3, 4].map(() => ask('d'))))).toEqual(new Set(['trang 1']));
  const failing = () => Promise.reject(new Error(`lần ${++made}`));
  const outcomes = await Promise.allSettled([ask('e', failing), ask('e', failing)]);
  expect(outcomes.map((each) => each.status)).toEqual(['rejected', 'rejected']);
  expect(await ask('e')).toBe(`trang ${made}`);
});

test('a page begun before a change is not kept after it', async () => {
  let go = () => {};
  const slow = ask('f', async () => {
    await new Promise<void>((done) => {
      go = done;
    });
    return page('cũ');
  });
  forgetPages();
  go();
  expect(await slow).toBe('cũ');
  expect(await ask('f')).toBe('trang 1');
});

test('a change that the database tells of drops everything', async () => {
  const kept = await ask('g');
  await cast.asOwner('notify pages');
  await expect.poll(() => ask('g')).not.toBe(kept);
});

test('while nothing is heard nothing is kept; heard again, it is', async () => {
  await ask('h');
  await cast.asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kheo page cache' and datname = current_database()`,
  );
  await expect.poll(isKept).toBe(false);
  expect(await ask('h')).not.toBe(await ask('h'));
  await expect.poll(isKept, { timeout: 10_000 }).toBe(true);
});
