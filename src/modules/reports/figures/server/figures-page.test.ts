import { read as readBook, utils } from '@e965/xlsx';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { openWork, take } from '../../../../../tests/support/work.ts';
import { wordsOf } from '../rules-words.ts';
import { askedIn } from '../schema.ts';
import { figuresPage } from './queries-page.ts';
import { figuresSheet } from './queries-sheet.ts';

const WORLD = { units: [units.commune], cycles: [1, 2], fields: [1, 2], sectors: [1], levels: ['commune'] };
const QUERIES_OF_A_PAGE = 3;

let cast: Cast;
let client: pg.Client;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
  await enter([1, 2, 3], units.commune, 1);
  await enter([4], units.otherCommune, 2);
  await take(client, {
    do: 'mark',
    models: [2, 3, 4],
    cycle: cycles.current,
    level: null,
    depth: 3,
    state: 'accepted',
  });
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

const enter = (models: number[], unit: number, field: number) =>
  take(client, { do: 'enter', models, cycle: cycles.current, level: 'commune', unit, sector: null, field });

function pageOf(address: string, person: PersonName = 'provincial_officer', today = '2026-03-10') {
  const ctx = cast.contextFor(person);
  return read(ctx, async (db) => {
    const page = await figuresPage(db, ctx.scope, askedIn(new URLSearchParams(address)), today, 'vi');
    return page as NonNullable<typeof page>;
  });
}

test('a bare address shows the cycle in which work is done, divided by the units below', async () => {
  expect(await pageOf('')).toMatchObject({ by: 'unit', report: { cycle: '2026', level: null, registered: 4 } });
  expect((await pageOf('', 'provincial_officer', '2025-07-01')).report.cycle).toBe('2025');
  expect((await pageOf('cycle=2025')).report.cycle).toBe('2025');
});

test('a unit with nobody under it is divided by field instead, and offers no division by unit', async () => {
  const page = await pageOf('by=unit', 'commune_officer');
  expect([page.by, page.bys]).toEqual(['field', ['field', 'national', 'subject', 'level', 'sector']]);
  expect(page.units).toEqual([]);
});

test('the filter offers the units on the way down', async () => {
  const names = async (address: string) => (await pageOf(address)).units.map((each) => each.name);
  expect(await names('')).toEqual(['Huyện Đông', 'Huyện Tây']);
  expect(await names('unit=4')).toEqual(['Huyện Đông', 'Xã Đông Một', 'Xã Đông Hai', 'Huyện Tây']);
});

test('what an address says wrongly is dropped', async () => {
  const page = await pageOf('level=hamlet&by=colour&sort=name;drop&unit=0x&cycle=');
  expect(page).toMatchObject({ by: 'unit', report: { cycle: '2026', level: null } });
});

test('lines are sorted by any column, those without a value last either way', async () => {
  const labels = async (address: string) => (await pageOf(address)).groups.map((each) => each.label);
  expect(await labels('sort=registered')).toEqual(['Huyện Tây', 'Huyện Đông']);
  expect(await labels('sort=-registered')).toEqual(['Huyện Đông', 'Huyện Tây']);
  expect(await labels('unit=2&sort=rate')).toEqual(['Xã Đông Một', 'Xã Đông Hai']);
  expect(await labels('unit=2&sort=-rate')).toEqual(['Xã Đông Một', 'Xã Đông Hai']);
});

test('a page costs three queries however it is asked for', async () => {
  for (const address of [
    '',
    'by=level&level=commune',
    'by=sector',
    'unit=2&by=subject&cycle=2026',
    'by=field&sort=-rate',
  ]) {
    const before = cast.database.queries;
    await pageOf(address);
    expect(cast.database.queries - before).toBe(QUERIES_OF_A_PAGE);
  }
});

test('the workbook holds the sentence, the moment, the definition, the lines and their total as numbers', async () => {
  const page = await pageOf('level=commune');
  const { name, body } = await figuresSheet(page, new Date('2026-03-10T09:41:00+07:00'), wordsOf('vi'), 'vi');
  expect(name).toBe('so-lieu-2026-commune-unit-01.xlsx');
  const book = readBook(body);
  expect(book.SheetNames).toEqual(['Tỉnh Mẫu']);
  const rows = utils.sheet_to_json(book.Sheets['Tỉnh Mẫu'] ?? {}, { header: 1, defval: null }) as unknown[][];
  expect(rows.slice(0, 4).map((row) => row[0])).toEqual([
    'Năm 2026, toàn tỉnh đăng ký 4 mô hình cấp cơ sở (năm 2025 chưa có mô hình nào đăng ký); đã công nhận 3 mô hình, chiếm 75,0% so với số đăng ký.',
    'Số liệu lúc 10/03/2026 09:41',
    'Đếm số lượt đăng ký ở cấp đã chọn; không cộng các cấp với nhau.',
    'Đơn vị như lúc ấy: theo cây đơn vị ngày 31/12/2026.',
  ]);
  expect(rows.slice(5)).toEqual([
    [
      'Đơn vị',
      'Mã',
      'Đăng ký',
      'Công nhận',
      'Tỷ lệ (%)',
      'Đăng ký năm 2025',
      'Công nhận năm 2025',
      'Tỷ lệ năm 2025 (%)',
      'Đăng ký tăng, giảm',
      'Công nhận tăng, giảm',
      'Tỷ lệ tăng, giảm (điểm %)',
    ],
    ['Huyện Đông', '011', 3, 2, 66.7, 0, 0, null, 3, 2, null],
    ['Huyện Tây', '012', 1, 1, 100, 0, 0, null, 1, 1, null],
    ['Tổng cộng', null, 4, 3, 75, 0, 0, null, 4, 3, null],
  ]);
});

test('levels are listed without a total', async () => {
  const page = await pageOf('by=level');
  const { body } = await figuresSheet(page, new Date(), wordsOf('en'), 'en');
  const rows = utils.sheet_to_json(Object.values(readBook(body).Sheets)[0] ?? {}, { header: 1 }) as unknown[][];
  expect(rows.slice(6).map((row) => row[0])).toEqual(['Cấp cơ sở', 'Cấp huyện', 'Cấp tỉnh']);
});
