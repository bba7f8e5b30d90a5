import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { digestOf } from '../support/asking.ts';
import { actorOf, type Cast, openCast, PERSON_NAMES, type PersonName } from '../support/cast.ts';
import { siteOf } from '../support/portal.ts';
import { FORMS } from '../support/route-forms.ts';
import type { Hidden } from '../support/secrets.ts';
import type { Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const LOW = PERSON_NAMES.filter((person) => person !== 'administrator');
const ID = actorOf('administrator').id;
/** What an administrator's own forms say; `own` is the account that they name. */
const NAMED = { of: { own: { personId: ID } } } as unknown as Hidden;
const ADDRESSES = ['/office/people', '/office/people/new', `/office/people/${ID}`, '/office/people/999'];
/** The same under other spellings: the site itself reads them, turns them straight, or does not know them. */
const SPELLINGS = [
  '/%6fffice/people',
  '/office/%70eople',
  '/office//people',
  '//office/people',
  '/OFFICE/people',
  '/office/people/',
  '/office/people/./new',
  '/office/audit/../people',
  '/office%2fpeople',
];

let cast: Cast;
let site: Site;
beforeAll(async () => {
  cast = await openCast();
  await cast.asOwner(`update account set username = 'ten.kin.' || username`);
  site = await siteOf(cast);
});
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

async function as(person: PersonName): Promise<Visitor> {
  const visitor = new Visitor(site.origin);
  visitor.cookies.set(SESSION_COOKIE, await cast.sessionOf(person));
  return visitor;
}

describe.each(LOW)('a %s', (person) => {
  test('opens no page of accounts, by whatever address', async () => {
    const visitor = await as(person);
    for (const path of [...ADDRESSES, ...SPELLINGS]) {
      const { status, body } = await visitor.get(path);
      if (ADDRESSES.includes(path)) expect([path, status]).toEqual([path, 403]);
      else expect([303, 308, 403, 404]).toContain(status);
      expect(body).not.toContain('ten.kin.');
    }
  });

  test('sends no form of them', async () => {
    const visitor = await as(person);
    const before = await digestOf(cast);
    const forms = Object.entries(FORMS).filter(([name]) => name.startsWith('/office/people'));
    expect(forms.length).toBeGreaterThanOrEqual(4);
    for (const [name, form] of forms) {
      const { path, fields } = form.sends('own', NAMED, '');
      expect([name, (await visitor.post(path, fields as Record<string, string>)).status]).toEqual([name, 403]);
    }
    expect(await digestOf(cast)).toEqual(before);
  });

  test('reads the audit only to watch over it', async () => {
    const { status, body } = await (await as(person)).get('/office/audit');
    expect(status).toBe(person === 'auditor' ? 200 : 403);
    if (status === 403) expect(body).not.toMatch(/data-rows|<table/);
  });
});

test('an administrator is let in by the same addresses', async () => {
  const visitor = await as('administrator');
  for (const path of ADDRESSES) expect((await visitor.get(path)).status).toBe(path.endsWith('999') ? 404 : 200);
  expect((await visitor.get('/office/people')).body).toContain('ten.kin.registrant');
});

test('who is not signed in is led to the door, for pages and forms alike', async () => {
  const stranger = new Visitor(site.origin);
  for (const path of [
    '/office',
    '/office/people',
    '/office/audit',
    '/office/khong-co',
    '/tai-khoan',
    '/office/people?/x',
  ]) {
    expect([path, (await stranger.get(path)).location]).toEqual([path, `/dang-nhap?next=${encodeURIComponent(path)}`]);
    expect((await stranger.post(path, {})).location).toMatch(/^\/dang-nhap\?next=/);
  }
  expect((await stranger.get('/%6fffice/units')).location).toBe('/dang-nhap?next=%2F%256fffice%2Funits');
  for (const path of SPELLINGS) {
    const answer = await stranger.get(path);
    expect(answer.body).not.toContain('ten.kin.');
    expect([303, 308, 404]).toContain(answer.status);
  }
});
