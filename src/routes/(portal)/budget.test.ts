import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { type Cast, openCast } from '../../../tests/support/cast.ts';
import { article, modelAt, publishMany } from '../../../tests/support/portal.ts';

const PAGES = [
  ['/', './+page.server.ts'],
  ['/tin-tuc', './tin-tuc/+page.server.ts'],
  ['/tin-tuc/tin', './tin-tuc/[slug]/+page.server.ts'],
  ['/mo-hinh?q=cau&nam=2026&don_vi=1', './mo-hinh/+page.server.ts'],
  ['/mo-hinh/TM-2026-00001', './mo-hinh/[code]/+page.server.ts'],
  ['/so-lieu', './so-lieu/+page.server.ts'],
] as const;

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
  await article(cast, 'tin', {}, [await modelAt(cast, 'published')]);
  await publishMany(cast, 30);
});
afterAll(() => cast.close());

test.each(PAGES)('%s costs at most four queries, its frame included', async (path, file) => {
  const url = new URL(path, 'http://x');
  const last = url.pathname.split('/').at(-1);
  const locals = { ctx: cast.contextFor('registrant'), language: 'vi', t: wordsIn('vi') };
  const event = { url, locals, params: { slug: last, code: last } } as never;
  const before = cast.database.queries;
  for (const each of ['./+layout.server.ts', file]) await (await import(/* @vite-ignore */ each)).load(event);
  expect(cast.database.queries - before).toBeLessThanOrEqual(4);
});
