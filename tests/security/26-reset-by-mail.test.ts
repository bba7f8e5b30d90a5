import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#modules/people/session/server/queries.ts';
import { NOW, newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { openSmtp } from '../support/smtp.ts';
import { Visitor } from '../support/visitor.ts';

const PUBLIC_ADDRESS = 'https://kheo.example.vn';
// Behind a proxy each visitor has an address, told by it.
const from = (address: string) => ({ origin: PUBLIC_ADDRESS, 'x-forwarded-for': address });

let office: Awaited<ReturnType<typeof newOffice>>;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
let site: Site;
beforeAll(async () => {
  office = await newOffice();
  smtp = await openSmtp();
  site = await siteAt(0);
});
afterAll(async () => {
  await site.stop();
  await smtp.close();
  await office.database.close();
});

const siteAt = (minutes: number) =>
  startSite(
    {
      KHEO_NOW: new Date(NOW.getTime() + minutes * 60_000).toISOString(),
      KHEO_LOG: 'debug',
      KHEO_PROXIES: '1',
      ORIGIN: PUBLIC_ADDRESS,
      MAIL_URL: smtp.url,
      MAIL_FROM: 'Khéo <kheo@example.vn>',
    },
    { url: office.database.url, drop: async () => {} },
  );

/** Somebody whose address is proven by the letter that came to it. */
async function personWithEmail(username: string, email: string, address: string) {
  const { personId } = await office.add(username, 'auditor');
  const own = new Visitor(site.origin);
  await own.post('/dang-nhap', { username, password: PASSWORD }, from(address));
  await own.post('/tai-khoan/thu?/ask', { email }, from(address));
  const { text } = await smtp.letterTo(email);
  const token = /ma=([\w-]{43})/.exec(text)?.[1] ?? '';
  const taken = await own.post('/tai-khoan/thu?/take', { token }, from(address));
  expect(taken.location).toBe('/tai-khoan/thu?done=proven');
  return { own, personId };
}
const ask = (email: string, address: string, headers = {}) =>
  new Visitor(site.origin).post('/quen-mat-khau', { email }, { ...from(address), ...headers });
const linkIn = (text: string) => /https?:\/\/\S+\/dat-lai-mat-khau\?ma=[\w-]+/.exec(text)?.[0] ?? '';

test('a letter brings a link of the configured address; it sets a password once and ends every session', async () => {
  const { own } = await personWithEmail('le.hoa', 'hoa@example.vn', '203.0.113.1');
  expect((await own.get('/tai-khoan', from('203.0.113.1'))).status).toBe(200);
  smtp.refuse(1);
  const asked = await ask(' HOA@example.vn ', '203.0.113.1', { 'x-forwarded-host': 'evil.example' });
  expect(asked.location).toBe('/quen-mat-khau?asked');
  const letter = await smtp.letterTo('hoa@example.vn', 30_000);
  const link = linkIn(letter.text);
  expect(new URL(link).origin).toBe(PUBLIC_ADDRESS);
  const path = link.slice(PUBLIC_ADDRESS.length);

  const page = await new Visitor(site.origin).get(path, from('203.0.113.2'));
  expect([page.status, page.headers['cache-control'], page.headers['referrer-policy']]).toEqual([
    200,
    'private, no-store',
    'same-origin',
  ]);
  const set = (password: string) => new Visitor(site.origin).post(path, { password }, from('203.0.113.2'));
  expect((await set('ngắn')).status).toBe(422);
  const pressed = await Promise.all(Array.from({ length: 10 }, (_, n) => set(`câu mới thứ ${n} của tôi`)));
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(404)]);
  expect((await own.get('/tai-khoan', from('203.0.113.1'))).status).toBe(303);
  const old = await new Visitor(site.origin).post(
    '/dang-nhap',
    { username: 'le.hoa', password: PASSWORD },
    from('203.0.113.3'),
  );
  expect(old.status).toBe(422);
  // Neither the link nor what it carries is written anywhere.
  const token = new URL(link).searchParams.get('ma') ?? 'x';
  expect(site.said()).not.toContain(token);
  const { rows } = await office.database.pool.query(`select data::text from pgboss.job`);
  expect(JSON.stringify(rows)).not.toContain(token);
}, 60_000);

test('a later letter ends the link of the earlier one, and each is over after 30 minutes', async () => {
  await personWithEmail('hai.thu', 'hai@example.vn', '203.0.113.4');
  await ask('hai@example.vn', '203.0.113.4');
  const first = linkIn((await smtp.letterTo('hai@example.vn')).text);
  await ask('hai@example.vn', '203.0.113.4');
  const second = linkIn((await smtp.letterTo('hai@example.vn')).text);
  const status = async (site: Site, link: string, password: string) =>
    (await new Visitor(site.origin).post(link.slice(PUBLIC_ADDRESS.length), { password }, from('203.0.113.4'))).status;
  expect(await status(site, first, 'một câu khác hẳn')).toBe(404);
  const later = await siteAt(30);
  expect(await status(later, second, 'một câu khác hẳn')).toBe(404);
  await later.stop();
  expect(await status(site, second, 'một câu khác hẳn')).toBe(303);
}, 60_000);

test('an address that nobody has answers as one that somebody has, and as fast', async () => {
  await personWithEmail('co.thu', 'co@example.vn', '203.0.113.5');
  const timed = async (email: string, address: string) => {
    const began = performance.now();
    const { status, location, body } = await ask(email, address);
    return { ms: performance.now() - began, answer: { status, location, body } };
  };
  const [known, unknown] = [[] as number[], [] as number[]];
  for (let time = 0; time < 4; time++) {
    const [one, other] = [
      await timed('co@example.vn', `198.51.100.${time}`),
      await timed('khong@example.vn', `198.51.100.${time}`),
    ];
    expect(other.answer).toEqual(one.answer);
    known.push(one.ms);
    unknown.push(other.ms);
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.4);
  expect(ratio).toBeLessThan(2.5);
  await smtp.letterTo('co@example.vn');
  expect(smtp.letters.flatMap(({ to }) => to)).not.toContain('khong@example.vn');
}, 60_000);

test('letters are few: five to one address whoever asks, five from one place whomever for', async () => {
  const codes: number[] = [];
  for (let time = 0; time < 7; time++) codes.push((await ask('ban@example.vn', `192.0.2.${time}`)).status);
  expect(codes).toEqual([303, 303, 303, 303, 303, 429, 429]);
  const others: number[] = [];
  for (let time = 0; time < 7; time++) others.push((await ask(`ai.${time}@example.vn`, '192.0.2.99')).status);
  expect(others).toEqual([303, 303, 303, 303, 303, 429, 429]);
});

test('the link that proves an address is of use to nobody else', async () => {
  await office.add('chu.thu', 'auditor');
  await office.add('ke.khac', 'auditor');
  const [own, other] = [new Visitor(site.origin), new Visitor(site.origin)];
  for (const [visitor, username] of [
    [own, 'chu.thu'],
    [other, 'ke.khac'],
  ] as const)
    await visitor.post('/dang-nhap', { username, password: PASSWORD }, from('203.0.113.8'));
  await own.post('/tai-khoan/thu?/ask', { email: 'chu@example.vn' }, from('203.0.113.8'));
  const token = /ma=([\w-]{43})/.exec((await smtp.letterTo('chu@example.vn')).text)?.[1] ?? '';
  expect((await other.post('/tai-khoan/thu?/take', { token }, from('203.0.113.8'))).status).toBe(404);
  expect((await own.post('/tai-khoan/thu?/take', { token }, from('203.0.113.8'))).status).toBe(303);
  expect((await own.post('/tai-khoan/thu?/take', { token }, from('203.0.113.8'))).status).toBe(404);
  expect(await openSession(office.database, token, NOW)).toBeUndefined();
});
