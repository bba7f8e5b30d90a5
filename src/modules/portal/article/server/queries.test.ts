import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicScope } from '#modules/people/scope/rules.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast } from '../../../../../tests/support/cast.ts';
import { article, modelAt } from '../../../../../tests/support/portal.ts';
import { articleBySlug, latestFigure, listArticles } from './queries.ts';
import { countReading, flushReadings } from './store-reads.ts';

const TODAY = '2026-03-10';
const READER = 'Mozilla/5.0 (Linux; Android 15) Firefox/140.0';
let cast: Cast;

beforeAll(async () => {
  cast = await openCast();
  const [shown, hidden] = [
    await modelAt(cast, 'published'),
    await modelAt(cast, 'recognised', { name: 'Chưa công bố' }),
  ];
  await article(cast, 'tin-cu', { postedOn: '2026-02-01' });
  await article(cast, 'tin-moi', { postedOn: '2026-03-10', title: 'Tin mới', author: 'Tác giả' }, [shown, hidden]);
  await article(cast, 'tin-mai', { postedOn: '2026-03-11' });
  await article(cast, 'tin-nhap', { postedOn: null });
});
afterAll(() => cast.close());

const visitor = () => ({ ...cast.contextFor('registrant'), scope: publicScope() });
type Read<T> = Parameters<typeof read<T>>[1];
const visit = <T>(work: Read<T>) => read(visitor(), work);
const readsOf = async (slug: string) => (await visit((db) => articleBySlug(db, slug, TODAY))).readCount;

describe('news', () => {
  test('of today and before, latest first, with the number of all and of the public models that each names', async () => {
    const { lines, total } = await visit((db) => listArticles(db, TODAY, { limit: 1 }));
    expect(total).toBe(2);
    expect(lines).toEqual([
      { slug: 'tin-moi', title: 'Tin mới', lead: 'Dẫn.', publishedOn: '2026-03-10', readCount: 0, models: 1 },
    ]);
    const rest = await visit((db) => listArticles(db, TODAY, { limit: 5, except: 'tin-moi' }));
    expect(rest.lines.map((line) => line.slug)).toEqual(['tin-cu']);
  });

  test('one with what it names', async () => {
    const one = await visit((db) => articleBySlug(db, 'tin-moi', TODAY));
    expect(one).toMatchObject({ author: 'Tác giả', body: 'Thân bài.', figure: null });
    expect(one.named.map((model) => [model.name, model.unit, model.parent])).toEqual([
      ['Tổ góp vốn xoay vòng mua bảo hiểm y tế', 'Xã Đông Một', 'Huyện Đông'],
    ]);
  });

  test.each(['tin-mai', 'tin-nhap', 'khong-co', '', 'a\u0000', "'"])('%j is missing', async (slug) => {
    await expect(visit((db) => articleBySlug(db, slug, TODAY))).rejects.toMatchObject({ status: 404 });
  });
});

test('the figures made public last come with their moment and the news that carry them', async () => {
  expect(await visit((db) => latestFigure(db, TODAY))).toBeUndefined();
  await cast.asOwner(
    `with f as (insert into published_figure (cycle_id, level, as_of, registered, recognised, definition_vi, definition_en, published_at)
        values (1, 'commune', '2026-02-21 17:00+07', 10, 8, 'vi', 'en', now()) returning id)
      update article set figure_id = (select id from f) where slug in ('tin-moi', 'tin-mai')`,
  );
  const latest = await visit((db) => latestFigure(db, TODAY));
  expect(latest?.news?.slug).toBe('tin-moi');
  expect(latest?.figure).toMatchObject({ year: 2025, registered: 10, previousRegistered: null });
  expect(latest?.figure.asOf).toEqual(new Date('2026-02-21T17:00:00+07:00'));
});

describe('readings', () => {
  test('are added at the flush, each once; robots and nameless programs do not read', async () => {
    const before = await readsOf('tin-moi');
    for (const agent of [READER, READER, 'curl/8', 'Mozilla/5.0 (compatible; bingbot/2.0)', '', null])
      countReading('tin-moi', agent, visitor());
    countReading('tin-nhap', READER, visitor());
    await flushReadings(visitor());
    await flushReadings(visitor());
    expect(await readsOf('tin-moi')).toBe(before + 2);
    const [draft] = await cast.asOwner(`select read_count from article where slug = 'tin-nhap'`);
    expect(draft).toEqual({ read_count: 0 });
  });

  test('that could not be written are written later', async () => {
    const before = await readsOf('tin-cu');
    countReading('tin-cu', READER, visitor());
    const away = {
      ...visitor(),
      database: { ...cast.database, pool: { connect: () => Promise.reject(new Error('away')) } },
    };
    await flushReadings(away as unknown as ReturnType<typeof visitor>);
    expect(await readsOf('tin-cu')).toBe(before);
    await flushReadings(visitor());
    expect(await readsOf('tin-cu')).toBe(before + 1);
  });
});
