import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example/office',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/office/..//evil.example',
  '/%2e//evil.example',
  'http:evil.example',
  'javascript:alert(1)',
  '@evil.example',
  '/office\r\nlocation: https://evil.example/',
];

/** Where a browser on a page of `site` would go. */
const leadsTo = (location: string) => new URL(location, `${site.origin}/dang-nhap`).origin;

describe.each(ELSEWHERE)('a next of %j', (next) => {
  test('does not lead away after sign-in', async () => {
    const answer = await new Visitor(site.origin).post('/dang-nhap', {
      username: 'quan.tri',
      password: PASSWORD,
      next,
    });
    expect(answer.status).toBe(303);
    expect(leadsTo(answer.location)).toBe(site.origin);
  });

  test('does not lead away for who is signed in already, nor after a change of language', async () => {
    const visitor = new Visitor(site.origin);
    await visitor.signIn('quan.tri', PASSWORD);
    const again = await visitor.get(`/dang-nhap?next=${encodeURIComponent(next)}`);
    expect([again.status, leadsTo(again.location)]).toEqual([303, site.origin]);
    const language = await visitor.post('/ngon-ngu', { language: 'vi', next });
    expect([language.status, leadsTo(language.location)]).toEqual([303, site.origin]);
  });
});

test('a page of the site is led to, with its question', async () => {
  const visitor = new Visitor(site.origin);
  const turned = await visitor.get('/office/units?q=vinh');
  expect(turned.location).toBe('/dang-nhap?next=%2Foffice%2Funits%3Fq%3Dvinh');
  const next = new URL(turned.location, site.origin).searchParams.get('next') as string;
  const answer = await visitor.post('/dang-nhap', { username: 'quan.tri', password: PASSWORD, next });
  expect(answer.location).toBe('/office/units?q=vinh');
  expect((await visitor.get(answer.location)).status).toBe(200);
});
