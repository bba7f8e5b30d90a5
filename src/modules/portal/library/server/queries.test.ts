import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicScope } from '#modules/people/scope/rules.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, fields, openCast, units } from '../../../../../tests/support/cast.ts';
import { modelAt, publishMany } from '../../../../../tests/support/portal.ts';
import { latestModels, listPublished, publishedModel } from './queries.ts';
import { libraryChoices } from './queries-choices.ts';

const TODAY = '2026-03-10';
let cast: Cast;
let ids: number[];

beforeAll(async () => {
  cast = await openCast();
  const [bridges, insurance] = [
    await publishMany(cast, 23, { name: 'Góp vốn làm cầu' }),
    await publishMany(cast, 5, { name: 'Tổ BHYT', unitId: units.otherCommune, fieldId: fields.culture }),
  ];
  const { initiativeId } = await modelAt(cast, 'published', { name: 'Vườn mẫu', registrantName: 'Chi hội ấp Ba' });
  ids = [...bridges, ...insurance, initiativeId].reverse();
});
afterAll(() => cast.close());

type Read<T> = Parameters<typeof read<T>>[1];
const visit = <T>(work: Read<T>) => read({ ...cast.contextFor('registrant'), scope: publicScope() }, work);
const list = (filter: Parameters<typeof listPublished>[1], size?: number) =>
  visit((db) => listPublished(db, filter, size));

describe('the list', () => {
  test('leads through all pages and back, none twice and none left out', async () => {
    const forth: number[][] = [];
    let page = await list({}, 10);
    for (;;) {
      expect([page.total, page.before]).toEqual([29, forth.flat().length]);
      forth.push(page.lines.map((line) => line.id));
      if (page.next === null) break;
      page = await list({ sau: page.next }, 10);
    }
    expect(forth.flat()).toEqual(ids);
    const back = [page.lines.map((line) => line.id)];
    while (page.previous !== null) {
      page = await list({ truoc: page.previous }, 10);
      back.unshift(page.lines.map((line) => line.id));
    }
    expect(back.flat()).toEqual(ids);
    expect(page.before).toBe(0);
  });

  test.each([
    ['without marks', { q: 'gop von lam cau' }, 23],
    ['an abbreviation written out', { q: 'bảo hiểm y tế' }, 5],
    ['the abbreviation itself', { q: 'bhyt' }, 5],
    ['the name of a district', { q: 'Huyện Tây' }, 5],
    ['words that stand apart, with a place', { q: 'cầu vốn đông' }, 23],
    ['who registered', { q: 'hoi ap ba' }, 1],
    ['whole words before parts of words', { q: 'lam' }, 23],
    ['part of a word, where no word is it', { q: 'op von l' }, 23],
    ['signs that a pattern knows', { q: 'g_p %' }, 0],
    ['nothing but signs', { q: '%%%' }, 0],
    ['a field', { linh_vuc: fields.culture }, 5],
    ['a district with its communes', { don_vi: units.district }, 24],
    ['a commune', { don_vi: units.sibling }, 0],
    ['a year', { nam: 2026 }, 29],
    ['another year', { nam: 2025 }, 0],
    ['all of it', { q: 'cau', don_vi: units.commune, nam: 2026, linh_vuc: fields.economy }, 23],
  ])('is narrowed by %s', async (_, filter, total) => {
    expect((await list(filter)).total).toBe(total);
  });

  test('costs one query, whatever the filter and the number of rows', async () => {
    for (const filter of [{}, { q: 'cau' }, { q: 'zz' }, { q: 'x y', don_vi: 1, nam: 2026, sau: 5 }]) {
      const before = cast.database.queries;
      await list(filter);
      expect(cast.database.queries - before).toBe(1);
    }
  });
});

test('there is to choose what is published, units with those above them', async () => {
  const { fields: choices, years, places } = await visit((db) => libraryChoices(db));
  expect(choices.map((field) => field.id)).toEqual([fields.economy, fields.culture]);
  expect(years).toEqual([2026]);
  const { district, otherDistrict, commune, otherCommune } = units;
  expect(places.map((place) => place.id).sort()).toEqual([district, otherDistrict, commune, otherCommune].sort());
  expect(places.find((place) => place.id === commune)).toEqual({
    id: commune,
    parentId: district,
    name: 'Xã Đông Một',
  });
});

test('the front page shows first what has a whole text', async () => {
  const { lines, total } = await visit((db) => latestModels(db, 3));
  expect([total, lines.length, lines[0]?.name]).toEqual([29, 3, 'Vườn mẫu']);
});

describe('one model', () => {
  test('has its text, its place, and the decision that recognised it', async () => {
    const [line] = (await list({ q: 'vuon mau' })).lines;
    const model = await visit((db) => publishedModel(db, line?.code ?? '', TODAY));
    expect(model).toMatchObject({
      name: 'Vườn mẫu',
      registrant: 'Chi hội ấp Ba',
      unit: 'Xã Đông Một',
      parent: 'Huyện Đông',
      fieldVi: 'Kinh tế',
      years: [2026],
      subject: 'collective',
      parts: { reason: 'Nội dung của phần reason.', outputs: 'Nội dung của phần outputs.' },
      recognitions: [{ year: 2026, level: 'commune', decidedOn: '2026-03-02', unit: 'Xã Đông Một' }],
      news: [],
    });
  });

  test.each(['TM-2026-99999', '', '../x', 'x\u0000', '%', 'a'.repeat(500)])('%j is missing', async (code) => {
    await expect(visit((db) => publishedModel(db, code, TODAY))).rejects.toMatchObject({
      status: 404,
      reason: { code: 'library.missing' },
    });
  });
});
