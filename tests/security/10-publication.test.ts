import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft, saveDraft } from '../../src/modules/initiatives/draft/server/actions.ts';
import { type Cast, openCast } from '../support/cast.ts';
import { wholeForm } from '../support/initiatives.ts';
import { article, type MadeModel, modelAt, siteOf } from '../support/portal.ts';
import type { Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

/** What must not be read anywhere, each under a name that stands in the database and nowhere else. */
const HIDDEN = ['submitted', 'proposed', 'recognised', 'withdrawn', 'annulled'] as const;
const PERSON = 'Võ Thị Hoàng Yến';
const secret = (stage: string) => `Kín ${stage}`;

let cast: Cast;
let site: Site;
let shown: MadeModel;
let individual: MadeModel;
let renamed: MadeModel;
const hidden = new Map<string, MadeModel>();

beforeAll(async () => {
  cast = await openCast();
  for (const stage of HIDDEN) {
    const texts = { name: secret(stage), content: `${secret(stage)} làm thế này.`, outputs: secret(stage) };
    hidden.set(stage, await modelAt(cast, stage === 'annulled' ? 'published' : stage, texts));
  }
  const annulled = hidden.get('annulled')?.registrationId;
  await cast.asOwner(`update registration set state = 'annulled' where id = $1`, [annulled]);
  const ctx = cast.contextFor('registrant');
  const { id, version } = await createDraft(ctx, {});
  await saveDraft(ctx, { id, version, ...wholeForm({ name: secret('draft') }) });

  shown = await modelAt(cast, 'published', { name: 'Mô hình đã công bố', registrantName: 'Chi hội Nông dân ấp Chín' });
  individual = await modelAt(cast, 'published', {
    name: `Vườn mẫu của ${PERSON}`,
    content: `Bà ${PERSON.toUpperCase()} mời bà con đến xem.`,
    forces: `Chủ trì: ${PERSON}; phối hợp: chi bộ.`,
    subject: 'individual',
    registrantName: PERSON,
  });
  renamed = await modelAt(cast, 'published', { name: 'Tên lúc công nhận' });
  await cast.asOwner(
    `with later as (update initiative set name = $2 where id = $1)
      insert into initiative_version (initiative_id, number, name, content, created_at) values ($1, 2, $2, $2, now())`,
    [renamed.initiativeId, secret('renamed')],
  );
  const all = [...hidden.values(), shown, individual, renamed];
  await article(cast, 'tin-dang', { title: 'Tin đã đăng' }, all);
  await article(cast, 'tin-nhap', { title: secret('article'), postedOn: null }, all);
  await article(cast, 'tin-mai', { title: secret('tomorrow'), postedOn: '2026-03-11' }, all);
  site = await siteOf(cast);
});
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

const LISTS = [
  '/',
  '/mo-hinh',
  '/mo-hinh?nam=2026',
  '/mo-hinh?don_vi=4&linh_vuc=1',
  '/tin-tuc',
  '/tin-tuc/tin-dang',
  '/so-lieu',
];
const pages = () => [...LISTS, ...[shown, individual, renamed].map(({ code }) => `/mo-hinh/${code}`)];

/** Anyone, anew and from the kept pages; an officer who may read all of it in the office, and one who may read none. */
async function visitors(): Promise<[string, Visitor][]> {
  const signedIn = async (person: 'commune_officer' | 'sibling_officer') => {
    const visitor = new Visitor(site.origin);
    visitor.cookies.set('kheo_session', await cast.sessionOf(person));
    return visitor;
  };
  return [
    ['visitor', new Visitor(site.origin)],
    ['visitor, from the kept pages', new Visitor(site.origin)],
    ['officer', await signedIn('commune_officer')],
    ['officer elsewhere', await signedIn('sibling_officer')],
  ];
}

describe('what is not published', () => {
  test('is in no page, whoever asks', async () => {
    const leaks: string[] = [];
    for (const [who, visitor] of await visitors()) {
      for (const path of pages()) {
        const { status, body } = await visitor.get(path);
        if (status !== 200) leaks.push(`${who} ${path}: ${status}`);
        for (const word of [
          'Kín ',
          PERSON,
          PERSON.toUpperCase(),
          'tin-nhap',
          'tin-mai',
          ...[...hidden.values()].map((each) => each.code),
        ])
          if (body.includes(word)) leaks.push(`${who} ${path}: ${word}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test('is missing by its address', async () => {
    const addresses = [
      ...[...hidden.values()].map(({ code }) => `/mo-hinh/${code}`),
      '/tin-tuc/tin-nhap',
      '/tin-tuc/tin-mai',
    ];
    for (const [who, visitor] of await visitors()) {
      const statuses = await Promise.all(addresses.map(async (path) => (await visitor.get(path)).status));
      expect([who, ...statuses]).toEqual([who, ...addresses.map(() => 404)]);
    }
  });

  test.each([...HIDDEN.map(secret), secret('draft'), secret('renamed'), PERSON, 'hoang yen', 'vo thi', 'yến chủ trì'])(
    'is found by no search: %s',
    async (words) => {
      const { body } = await new Visitor(site.origin).get(`/mo-hinh?q=${encodeURIComponent(words)}`);
      expect(body).toContain('Không có mô hình nào khớp');
      expect(body).not.toMatch(/href="\/mo-hinh\/TM-/);
    },
  );

  test('is counted nowhere', async () => {
    const visitor = new Visitor(site.origin);
    expect((await visitor.get('/mo-hinh')).body).toContain('3 mô hình');
    expect((await visitor.get('/tin-tuc')).body).toContain('3 mô hình được nhắc tới');
  });
});

describe('what is published', () => {
  test('is in the lists, in the article that names it, and by its address, whoever asks', async () => {
    for (const [who, visitor] of await visitors()) {
      for (const path of ['/', '/mo-hinh', '/mo-hinh?q=da+cong+bo', '/tin-tuc/tin-dang']) {
        expect((await visitor.get(path)).body, `${who} ${path}`).toContain(`href="/mo-hinh/${shown.code}"`);
      }
      const { body } = await visitor.get(`/mo-hinh/${shown.code}`);
      for (const words of ['Mô hình đã công bố', 'Chi hội Nông dân ấp Chín', 'Nội dung của phần outputs.', 'QĐ/BCĐ'])
        expect(body, who).toContain(words);
    }
  });

  test('of a person is read without the name, and found by everything else', async () => {
    const visitor = new Visitor(site.origin);
    const { body } = await visitor.get(`/mo-hinh/${individual.code}`);
    for (const words of ['Vườn mẫu của …', 'Bà … mời bà con', 'Chủ trì: …; phối hợp', 'Cá nhân, không nêu tên'])
      expect(body).toContain(words);
    expect((await visitor.get('/mo-hinh?q=vuon+mau')).body).toContain(individual.code);
  });

  test('is read as it was when it was recognised, whatever was written since', async () => {
    const { body } = await new Visitor(site.origin).get(`/mo-hinh/${renamed.code}`);
    expect(body).toContain('Tên lúc công nhận');
  });
});
