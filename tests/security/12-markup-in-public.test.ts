import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, openCast } from '../support/cast.ts';
import { article, modelAt, siteOf } from '../support/portal.ts';
import type { Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const PAYLOAD = '<img src=x onerror=alert(1)>"\'</title></p><script>alert(2)</script>{@html 1}';
const PARTS = ['reason', 'objectives', 'content', 'place', 'forces', 'resources', 'outputs', 'sustaining'];

let cast: Cast;
let site: Site;
let model: string;

beforeAll(async () => {
  cast = await openCast();
  const texts = Object.fromEntries(PARTS.map((part) => [part, `${part} ${PAYLOAD}`]));
  const made = await modelAt(cast, 'published', {
    ...texts,
    name: `Tên ${PAYLOAD}`,
    registrantName: PAYLOAD,
    number: PAYLOAD,
  });
  model = `/mo-hinh/${made.code}`;
  await article(
    cast,
    'tin',
    { title: `Tin ${PAYLOAD}`, lead: PAYLOAD, body: `${PAYLOAD}\n\nĐoạn hai ${PAYLOAD}`, author: PAYLOAD },
    [made],
  );
  await article(cast, 'tin-khac', { title: `Tin khác ${PAYLOAD}`, lead: PAYLOAD });
  await cast.asOwner('update unit_name set name = name || $1', [PAYLOAD]);
  await cast.asOwner('update field set name_vi = name_vi || $1, name_en = name_en || $1', [PAYLOAD]);
  await cast.asOwner('update movement set name_vi = name_vi || $1, name_en = name_en || $1', [PAYLOAD]);
  await cast.asOwner(
    `insert into directory_link (group_code, name, url, position) values ('press', $1, 'https://example.vn/?a="><script>', 1)`,
    [PAYLOAD],
  );
  await cast.asOwner(
    `with f as (insert into published_figure (cycle_id, level, as_of, registered, recognised, previous_registered, previous_recognised,
        definition_vi, definition_en, published_at) values (2, 'commune', now(), 10, 8, 9, 7, $1, $1, now()) returning id)
      update article set figure_id = (select id from f) where slug = 'tin'`,
    [PAYLOAD],
  );
  site = await siteOf(cast);
});
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

const q = encodeURIComponent(PAYLOAD);
const PAGES = ['/', '/tin-tuc', '/tin-tuc/tin', '/mo-hinh', '/so-lieu', '/lien-ket', 'the model'];
const REFLECTING = [
  `/mo-hinh?q=${q}`,
  `/mo-hinh?nam=${q}&don_vi=${q}&${q}=${q}`,
  `/tin-tuc?trang=${q}`,
  `/?${q}`,
  `/mo-hinh/${q}`,
];

test.each([...PAGES, ...REFLECTING].flatMap((path) => [[path, 'vi'] as const, [path, 'en'] as const]))(
  'markup is shown as text: %s in %s',
  async (path, language) => {
    const { body, headers } = await new Visitor(site.origin).get(path === 'the model' ? model : path, {
      'accept-language': language,
    });
    expect(body).toContain('&lt;img src=x');
    expect(body).not.toMatch(/<img|<script/);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
  },
);

test('each text of the model, of the news and of the figures is there, as it was typed', async () => {
  const visitor = new Visitor(site.origin);
  const text = async (path: string) =>
    (await visitor.get(path)).body.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const whole = await text(model);
  for (const part of PARTS) expect(whole).toContain(`${part} ${PAYLOAD}`);
  expect(whole).toContain(`Quyết định số ${PAYLOAD}`);
  const news = await text('/tin-tuc/tin');
  for (const said of [`Tin ${PAYLOAD}`, `Đoạn hai ${PAYLOAD}`, `Tin khác ${PAYLOAD}`, `Tên ${PAYLOAD}`])
    expect(news).toContain(said);
  expect(await text('/so-lieu')).toContain(PAYLOAD);
});
