import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, digestOf, eachOf, saidTooLate } from '../support/asking.ts';
import { type Cast, cycles, openCast, PERSON_NAMES, type PersonName, units } from '../support/cast.ts';
import { article, siteOf } from '../support/portal.ts';
import type { Asker } from '../support/route-answers.ts';
import { FORMS } from '../support/route-forms.ts';
import { PAGES } from '../support/route-pages.ts';
import { everyForm, everyRoute } from '../support/routes.ts';
import { draftWordOf, type Hidden, HOLDERS, hideSecrets, NOTE, placeOf, SEES, wordOf } from '../support/secrets.ts';
import { HEARS, LAUNCH_WORD } from '../support/secrets-papers.ts';
import type { Site } from '../support/site.ts';

let cast: Cast;
let site: Site;
let hidden: Hidden;
const sessions = new Map<Asker, string | null>([[null, null]]);

beforeAll(async () => {
  cast = await openCast();
  hidden = await hideSecrets(cast);
  const models = HOLDERS.flatMap((holder) => Object.values(hidden.of[holder].models));
  await article(cast, 'tin', {}, models);
  for (const person of PERSON_NAMES) sessions.set(person, await cast.sessionOf(person));
  site = await siteOf(cast);
}, 60_000);
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

const askAs = (asker: Asker, path: string, form?: Record<string, string | File>, method?: string) =>
  ask(site.origin, sessions.get(asker) ?? null, path, form, method);

/** Words that an asker may read, and those that must stand in no answer to them. */
function wordsFor(asker: Asker): { theirs: string[]; others: string[] } {
  const mayRead = (holder: (typeof HOLDERS)[number]) => asker !== null && SEES[asker].includes(holder);
  const hears = asker !== null && HEARS.includes(asker);
  const writes = HOLDERS.some((holder) => placeOf(holder).writer === asker);
  const readsNotes = asker !== null && NOTE.readers.includes(asker);
  return {
    theirs: [
      ...HOLDERS.filter(mayRead).map(wordOf),
      ...(readsNotes ? [NOTE.word] : []),
      ...(writes ? [draftWordOf(asker as PersonName)] : []),
      ...(hears ? [LAUNCH_WORD] : []),
    ],
    others: [
      ...HOLDERS.filter((holder) => !mayRead(holder)).map(wordOf),
      ...PERSON_NAMES.filter((person) => person !== asker).map(draftWordOf),
      ...(readsNotes ? [] : [NOTE.word]),
      ...(hears ? [] : [LAUNCH_WORD]),
    ],
  };
}

/** The words of others that stand in a text, each with what is around it. */
function leaksIn(text: string, others: readonly string[]): string[] {
  const read = text.toLowerCase();
  return others.flatMap((word) => {
    const at = read.indexOf(word);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 40)];
  });
}

/** Names in an address that nobody's thing has. */
const NOBODYS = ['999999', '2147483648', '-1', 'khong-co'];
// Registrant and officer of the third commune stand to the others as those of the second do.
const ALIKE: readonly PersonName[] = ['other_registrant', 'other_officer'];
const ASKERS: Asker[] = [null, ...PERSON_NAMES.filter((person) => !ALIKE.includes(person))];

test('every route and every form is in its table, and nothing else is', async () => {
  expect([...PAGES.keys()].sort()).toEqual(everyRoute());
  expect(Object.keys(FORMS).sort()).toEqual(await everyForm());
});

/** Each address with what this asker gets of it, once. */
function addressesFor(asker: Asker): Map<string, number> {
  const asked = new Map<string, number>();
  for (const [route, page] of PAGES) {
    for (const holder of HOLDERS)
      for (const path of page.paths(holder, hidden)) asked.set(path, page.answers(asker, holder));
    if (page.nothing) for (const name of NOBODYS) asked.set(route.replace(/\[\w+\]/, name), page.nothing(asker));
  }
  return asked;
}

describe('every page', () => {
  test.each(ASKERS)(
    'answers %s with what is theirs, and with no word of others',
    async (asker) => {
      const wrong: string[] = [];
      const found = new Set<string>();
      const { theirs, others } = wordsFor(asker);
      await eachOf([...addressesFor(asker)], async ([path, expected]) => {
        const { status, location, text } = await askAs(asker, path);
        const door = expected === 303 && asker === null && !location.startsWith('/dang-nhap');
        if (status !== expected || door) wrong.push(`${path}: ${status} ${location}, not ${expected}`);
        for (const leak of leaksIn(text, others)) wrong.push(`${path}: ${leak}`);
        for (const word of theirs) if (text.toLowerCase().includes(word)) found.add(word);
      });
      expect(wrong).toEqual([]);
      // What could leak is there to be read.
      expect([...found].sort()).toEqual(theirs.sort());
    },
    60_000,
  );

  // Kit answers what a page loads as data too; each way in is asked by one person of each view.
  const VIEWS: Asker[] = [null, 'registrant', 'commune_officer', 'sibling_officer', 'other_district_officer'];
  test.each(VIEWS)(
    'tells %s no more as data than as a page',
    async (asker) => {
      const wrong: string[] = [];
      const { others } = wordsFor(asker);
      const paths = [...PAGES].flatMap(([, page]) =>
        HOLDERS.flatMap((holder) => page.paths(holder, hidden).slice(0, 1)),
      );
      await eachOf([...new Set(paths)], async (path) => {
        const [place = '', query = ''] = path.split('?');
        const { text } = await askAs(asker, `${place === '/' ? '' : place}/__data.json?${query}`);
        for (const leak of leaksIn(text, others)) wrong.push(`${path}: ${leak}`);
      });
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  // As whoever may open nearly all of them, so that what the address says is read: a number that no column holds.
  const NAMES =
    'after appointment asked at cycle draft from id in model on page q registration saved show sort unit year';
  test('reads no address as what fails', async () => {
    const wrong: string[] = [];
    const odd = NAMES.replace(/\w+ ?/g, (name) => `${name.trim()}=2147483648&`);
    const paths = [...PAGES.values()].map((page) => page.paths('own', hidden)[0]?.split('?')[0]);
    const asked = [...new Set(paths)].flatMap((path) => (path ? [`${path}?${odd}`] : []));
    await eachOf(asked, async (path) => {
      const { status } = await askAs('administrator', path);
      if (status >= 500) wrong.push(`${path}: ${status}`);
    });
    expect(wrong).toEqual([]);
    for (const path of ['/office/people?q=%00', '/xin-tai-khoan?q=%00', '/mo-hinh?q=%FF', '/mo-hinh/%00']) {
      const { status, text } = await askAs('administrator', path);
      expect({ path, status, text }).toMatchObject({ status: 400, text: expect.stringContaining(' ') });
    }
    const sent = await askAs('administrator', '/office/people/new', { fullName: 'A\0', username: 'a\0b' });
    expect(sent.status).toBe(422);
  }, 60_000);
});

/** Forms that offer only what their reader may choose: what is sent here was never on their page. */
const FORGED =
  /^\/(?!office\/)|^\/office\/(bodies|movement|movement\/launches|registers|learning)\/new|\/place$|\/(additions|targets)\?|\/appraisals\/(teams\?|\d+\?\/(review|recuse|blind)$)/;

describe('every form', () => {
  test.each(ASKERS)(
    'refuses %s what is not theirs to do, and changes nothing',
    async (asker) => {
      const wrong: string[] = [];
      const { others } = wordsFor(asker);
      const before = await digestOf(cast);
      const cases = Object.values(FORMS).flatMap((form) => HOLDERS.map((holder) => ({ form, holder })));
      await eachOf(cases, async ({ form, holder }) => {
        const expected = asker ? form.answers(asker, holder) : (form.stranger ?? 303);
        const { path, fields } = form.sends(holder, hidden, sessions.get(placeOf(holder).officer) ?? '');
        if (expected === 'done' || path === '') return;
        const { status, location, text } = await askAs(asker, path, fields);
        const door = expected === 303 && !location.startsWith('/dang-nhap?next=');
        if (status !== expected || door) wrong.push(`${path} of ${holder}: ${status} ${location}, not ${expected}`);
        for (const leak of leaksIn(text, others)) wrong.push(`${path}: ${leak}`);
        const late = status === 403 && !FORGED.test(path) && saidTooLate(text);
        if (late) wrong.push(`${path} of ${holder}: the page does not say why not: ${late}`);
      });
      expect(wrong).toEqual([]);
      expect(await digestOf(cast)).toEqual(before);
    },
    60_000,
  );

  test('with the id of another within a page of one’s own finds nothing either', async () => {
    const before = await digestOf(cast);
    const { own, sibling } = hidden.of;
    const { registrationId, version } = sibling.models.proposed;
    const id = { id: String(registrationId), reason: 'Vì lẽ khác.' };
    const page = `/office/initiatives/${own.models.submitted.initiativeId}`;
    const head = { number: '78-QĐ/BCĐ', decidedOn: '05/03/2026', signer: 'Người ký mẫu' };
    const place = `/office/decisions/new?cycle=${cycles.current}&level=commune&unit=${units.commune}`;
    const sent: [string, Record<string, string>, number][] = [
      ...['recall', 'return', 'acceptance', 'self_assessment', 'withdrawal', 'reopening'].map(
        (name): [string, Record<string, string>, number] => [`${page}?/${name}`, id, 404],
      ),
      [`${place}&/recognise`, { ...head, picked: `${registrationId}-${version}` }, 409],
      [
        `/office/decisions/${own.publishedDecisionId}?/unpublish`,
        { registrationId: String(sibling.models.published.registrationId) },
        409,
      ],
      ['/office/drafts?/discard', { id: String(sibling.draftId) }, 404],
    ];
    const { others } = wordsFor('commune_officer');
    for (const [path, fields, expected] of sent) {
      const { status, text } = await askAs('commune_officer', path, fields);
      expect([path, status, leaksIn(text, others)]).toEqual([path, expected, []]);
    }
    expect(await digestOf(cast)).toEqual(before);
  });

  // Class 17: a limit that one door forgets is none.
  test('that takes a file refuses one beyond its limit, whoever sends it, and keeps nothing of it', async () => {
    const before = await digestOf(cast);
    const large = new Uint8Array(21 * 1024 * 1024).fill(65);
    const doors: string[] = [];
    for (const [route, form] of Object.entries(FORMS)) {
      const { path, fields } = form.sends('own', hidden, sessions.get(placeOf('own').officer) ?? '');
      const [name, file] = Object.entries(fields).find(([, value]) => value instanceof File) ?? [];
      const asker = PERSON_NAMES.find((person) => form.answers(person, 'own') === 'done');
      if (!name || !(file instanceof File) || !asker) continue;
      const { status } = await askAs(asker, path, {
        ...fields,
        [name]: new File([large], file.name, { type: file.type }),
      });
      expect([route, status]).toEqual([route, 422]);
      doors.push(route);
    }
    expect(doors.length).toBeGreaterThanOrEqual(5);
    expect(await digestOf(cast)).toEqual(before);
  }, 60_000);

  test('the address at which a page would give its data alone is nobody’s', async () => {
    const paths = [...PAGES.values()].map((page) => page.paths('own', hidden)[0]?.split('?')[0] as string);
    const wrong: string[] = [];
    await eachOf(paths, async (path) => {
      const address = `${path === '/' ? '' : path}/__data.json`;
      const { status } = await askAs('provincial_officer', address);
      if (status !== 404) wrong.push(`${address}: ${status}`);
    });
    expect(wrong).toEqual([]);
  });

  test('by another verb, or where none is, is refused', async () => {
    const wrong: string[] = [];
    const routes = [...PAGES].map(([route, page]) => ({ route, path: page.paths('own', hidden)[0] as string }));
    const takesPost = (route: string) => Object.keys(FORMS).some((form) => form.split('?')[0] === route);
    await eachOf(routes, async ({ route, path }) => {
      for (const method of [...(takesPost(route) ? [] : ['POST']), 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await askAs('provincial_officer', path, {}, method);
        if (status !== 405) wrong.push(`${method} ${path}: ${status}`);
      }
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});
