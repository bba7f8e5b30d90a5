import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
beforeAll(async () => {
  const { database } = await newOffice();
  await database.close();
  site = await startSite({}, { url: database.url, drop: async () => {} });
});
afterAll(() => site.stop());

const FORGED = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };

test.each(['/', '/dang-nhap', '/thiet-lap', '/khong-co'])('no link of %s takes up a forged host', async (path) => {
  const { body } = await new Visitor(site.origin).get(path, FORGED);
  expect(body).toContain('<html');
  expect(body).not.toContain('evil.example');
});

test('redirects name no host', async () => {
  const turned = await new Visitor(site.origin).get('/office/units', FORGED);
  expect(turned.location).toBe('/dang-nhap?next=%2Foffice%2Funits');
  const visitor = new Visitor(site.origin);
  const origin = 'http://evil.example';
  const signedIn = await visitor.post(
    '/dang-nhap',
    { username: 'quan.tri', password: PASSWORD },
    { ...FORGED, origin },
  );
  expect(signedIn.location).toBe('/office');
});

test('with a public address set, the host of the request counts for nothing', async () => {
  const { database } = await newOffice();
  await database.close();
  const behind = await startSite({ ORIGIN: 'https://kheo.example.vn' }, { url: database.url, drop: async () => {} });
  try {
    const visitor = new Visitor(behind.origin);
    const form = { username: 'quan.tri', password: PASSWORD };
    const forged = await visitor.post('/dang-nhap', form, { ...FORGED, origin: 'http://evil.example' });
    expect(forged.status).toBe(403);
    const answer = await visitor.post('/dang-nhap', form, { ...FORGED, origin: 'https://kheo.example.vn' });
    expect(answer.status).toBe(303);
    expect(String(answer.headers['set-cookie'])).toMatch(/kheo_session=[^;]+;.*Secure/i);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  } finally {
    await behind.stop();
  }
});
