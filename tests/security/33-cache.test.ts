import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, openCast } from '../support/cast.ts';
import { article, siteOf } from '../support/portal.ts';
import type { Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let cast: Cast;
let site: Site;
let titles = 0;

beforeAll(async () => {
  cast = await openCast();
  await article(cast, 'tin', { title: 'Tiêu đề 0' });
  site = await siteOf(cast);
  // The cache listens from the first visit on.
  await untilKept();
});
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});
beforeEach(() => untilKept());

/** Changes a title; whispered, nobody is told, so that a kept page is known by its old one. */
async function retitle(how: 'told' | 'whispered'): Promise<string> {
  const title = `Tiêu đề ${++titles}`;
  const whisper = how === 'whispered' ? `set session_replication_role = replica;` : '';
  await cast.asOwner(`${whisper} update article set title = '${title}'`);
  return title;
}

/** Asks until an untold change is not seen: then the page comes from the kept ones. */
async function untilKept(path = '/tin-tuc', headers = {}): Promise<string> {
  for (;;) {
    const before = await titleOf(path, headers);
    await retitle('whispered');
    if ((await titleOf(path, headers)) === before) return before;
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function titleOf(path = '/tin-tuc', headers = {}, visitor = new Visitor(site.origin)): Promise<string> {
  return /Tiêu đề \d+/.exec((await visitor.get(path, headers)).body)?.[0] ?? '';
}

async function officer(): Promise<Visitor> {
  const visitor = new Visitor(site.origin);
  visitor.cookies.set('kheo_session', await cast.sessionOf('commune_officer'));
  return visitor;
}

describe('the kept pages', () => {
  test('serve visitors until a change is told', async () => {
    const kept = await titleOf();
    await retitle('whispered');
    expect(await titleOf()).toBe(kept);
    const told = await retitle('told');
    await expect.poll(() => titleOf()).toBe(told);
  });

  test('are never shown to who is signed in', async () => {
    const now = await retitle('whispered');
    expect(await titleOf('/tin-tuc', {}, await officer())).toBe(now);
  });

  test('are never filled by who is signed in', async () => {
    const someone = await officer();
    const path = '/so-lieu';
    expect((await someone.get(path)).body).toContain('Trang làm việc');
    const { body } = await new Visitor(site.origin).get(path);
    expect(body).toContain('Đăng nhập');
    expect(body).not.toContain('Trang làm việc');
    const again = await someone.get(path);
    expect(again.body).toContain('Trang làm việc');
    expect(again.headers['cache-control']).toBe('private, no-store');
  });

  test('know a session cookie that is over from none: it neither reads nor fills them', async () => {
    const stale = new Visitor(site.origin);
    stale.cookies.set('kheo_session', 'x'.repeat(43));
    const now = await retitle('whispered');
    expect(await titleOf('/tin-tuc', {}, stale)).toBe(now);
  });

  test('keep the languages apart, by browser and by cookie', async () => {
    const inEnglish = new Visitor(site.origin);
    await inEnglish.post('/ngon-ngu', { language: 'en', next: '/tin-tuc' });
    for (const ask of [
      () => inEnglish.get('/tin-tuc'),
      () => new Visitor(site.origin).get('/tin-tuc', { 'accept-language': 'en-GB' }),
    ]) {
      const { body } = await ask();
      expect(body).toContain('<html lang="en"');
      expect(body).toContain('>News<');
    }
    const { body } = await new Visitor(site.origin).get('/tin-tuc');
    expect(body).toContain('<html lang="vi"');
    expect(body).toContain('>Tin tức<');
  });

  test('take up nothing of a stranger’s address or host', async () => {
    await retitle('told');
    const stranger = new Visitor(site.origin);
    const poisoned = await stranger.get('/tin-tuc?la=doc&trang=1', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    });
    expect(poisoned.body).not.toMatch(/evil|la=doc/);
    const { body } = await new Visitor(site.origin).get('/tin-tuc');
    expect(body).not.toMatch(/evil|la=doc/);
    const kept = await untilKept();
    expect(await titleOf('/tin-tuc?la=khac')).toBe(kept);
  });

  test('carry the same protection as pages made anew, a request id of their own, and no cookie', async () => {
    await retitle('told');
    const [first, second] = [
      await new Visitor(site.origin).get('/tin-tuc'),
      await new Visitor(site.origin).get('/tin-tuc'),
    ];
    const steady = ({ headers }: typeof first) => {
      const { 'x-request-id': _id, date: _date, ...rest } = headers;
      return rest;
    };
    expect(steady(second)).toEqual(steady(first));
    expect(second.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      vary: 'Accept-Encoding, Accept-Language, Cookie',
    });
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  test('count readings all the same, but not those of robots', async () => {
    const reads = async () =>
      (await cast.asOwner<{ n: number }>(`select read_count as n from article where slug = 'tin'`))[0]?.n ?? 0;
    const before = await reads();
    const visitor = new Visitor(site.origin);
    for (let i = 0; i < 3; i++) await visitor.get('/tin-tuc/tin', { 'user-agent': 'Mozilla/5.0 Firefox/140.0' });
    await visitor.get('/tin-tuc/tin', { 'user-agent': 'Googlebot/2.1' });
    await visitor.get('/tin-tuc/khong-co', { 'user-agent': 'Mozilla/5.0 Firefox/140.0' });
    await expect.poll(reads, { timeout: 15_000, interval: 500 }).toBe(before + 3);
  });
});
