import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { read } from '#platform/server/db.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { workbook } from '../../../../../tests/fixtures/workbook.ts';
import { type Cast, cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { countedIn, DECISION, importList } from '../../../../../tests/support/registers.ts';
import { LARGE_BYTES } from '../schema.ts';
import { chooseSheets, discardRegister, receiveFile, remapRegister } from './actions.ts';
import { readWaiting } from './actions-pieces.ts';
import { undoRegister } from './actions-undo.ts';
import { writeRegister } from './actions-write.ts';
import { registerPage } from './queries-page.ts';
import { resultReport } from './queries-report.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const officer = () => cast.contextFor('provincial_officer');
const place = { cycleId: cycles.last, level: 'commune' as const, unitId: units.province };
const receive = (name: string, bytes: Uint8Array) =>
  receiveFile(officer(), { file: { name, bytes }, ...place }, randomUUID());
const pageOf = (id: number) => read(officer(), (db) => registerPage(db, officer(), id, { page: 1, decided: false }));
const HEADING = ['STT', 'Tên mô hình', 'Chủ thể', 'Xã', 'Lĩnh vực', 'TT', 'CN'];

describe('a large file', () => {
  const row = (at: number) => `${at};Mô hình thứ ${at};Chi hội;Xã Đông Một;KT;x;;${'Nội dung dài '.repeat(60)}`;
  const large = (count: number) =>
    Buffer.from([[...HEADING, 'Nội dung'].join(';'), ...Array.from({ length: count }, (_, at) => row(at))].join('\n'));
  const system = () => ({ ...officer(), actor: SYSTEM, scope: systemScope() });

  test('is read in pieces by the worker; begun anew it goes on behind the last one', async () => {
    const bytes = large(2_100);
    expect(bytes.length).toBeGreaterThan(LARGE_BYTES);
    const id = await receive('lon.csv', bytes);
    expect(await pageOf(id)).toMatchObject({ batch: { state: 'reading' }, reached: { done: 0, total: null } });
    await expect(writeRegister(officer(), { id })).rejects.toMatchObject({
      reason: { code: 'register.still_reading' },
    });
    // As after a stop in the midst: one piece is there already.
    await readWaiting(system(), id);
    await cast.asOwner(`update import_batch set state = 'reading' where id = $1`, [id]);
    await cast.asOwner(`delete from import_row where batch_id = $1 and row_number > 2000`, [id]);
    await cast.asOwner(`insert into import_file (batch_id, content, done) values ($1, $2, 2000)`, [id, bytes]);
    await readWaiting(system(), id);
    const page = await pageOf(id);
    expect([page.batch.state, page.reached, page.counts.rows, page.counts.valid]).toEqual([
      'received',
      null,
      2100,
      2100,
    ]);
    expect(await cast.asOwner('select from import_file')).toEqual([]);
    await discardRegister(officer(), { id });
  });

  test('thrown away is read no further, and one that cannot be read says why', async () => {
    const id = await receive('bo.csv', large(2_000));
    await discardRegister(officer(), { id });
    await readWaiting(system(), id);
    expect(await cast.asOwner('select from import_batch where id = $1', [id])).toEqual([]);
    const broken = await receive('hong.xlsx', Buffer.alloc(LARGE_BYTES + 1, 'x'));
    await readWaiting(system(), broken);
    expect(await pageOf(broken)).toMatchObject({
      batch: { state: 'failed' },
      reached: { failure: 'sheet.not_a_sheet' },
    });
    await discardRegister(officer(), { id: broken });
  });
});

describe('a file of several sheets', () => {
  const rows = (...names: string[]) => [
    HEADING,
    ...names.map((name, at) => [at + 1, name, 'Chi hội', '', 'KT', 'x', '']),
  ];
  const file = workbook({ 'Xã Đông Một': rows('Một', 'Hai'), 'Đông Hai': rows('Ba'), Mẫu: rows('Ví dụ') });

  test('is read whole, each sheet for the unit that it names; a person may choose others', async () => {
    const id = await receive('xa.xlsx', file);
    const page = await pageOf(id);
    expect(page.sheets.map(({ name, read: isRead }) => [name, isRead])).toEqual([
      ['Xã Đông Một', true],
      ['Đông Hai', true],
      ['Mẫu', false],
    ]);
    expect(page.read?.good.map(({ name, unit }) => `${name}: ${unit}`)).toEqual([
      'Một: Xã Đông Một',
      'Hai: Xã Đông Một',
      'Ba: Xã Đông Hai',
    ]);
    await chooseSheets(officer(), { id, sheets: [1, 2] });
    expect((await pageOf(id)).left.lines.map((line) => line.why[0]?.code)).toEqual(['unit.missing']);
    await expect(chooseSheets(officer(), { id, sheets: [9] })).rejects.toMatchObject({
      reason: { code: 'register.sheets.none' },
    });
    await discardRegister(officer(), { id });
  });

  test('comes back whole with what became of each row, bad cells coloured', async () => {
    const id = await receive('xa.xlsx', file);
    await chooseSheets(officer(), { id, sheets: [0, 2] });
    const report = () => read(officer(), (db) => resultReport(db, officer(), id, wordsIn('vi')));
    const { name, body } = await report();
    expect(name).toBe('xa-ket-qua.xlsx');
    const sheets = (await readSheets(body, name)).sheets.map((sheet) => sheet.rows.map((row) => row.cells.at(-1)));
    expect(sheets).toEqual([
      ['Kết quả nhập', 'Sẽ ghi mới', 'Sẽ ghi mới'],
      ['Kết quả nhập', expect.stringContaining('Chưa')],
    ]);
    await writeRegister(officer(), { id });
    const written = (await readSheets((await report()).body, name)).sheets[0]!.rows;
    expect(written.map((row) => row.cells.at(-1))).toEqual(['Kết quả nhập', 'Đã ghi mới', 'Đã ghi mới']);
    expect(written[1]?.cells.slice(0, 3)).toEqual(['1', 'Một', 'Chi hội']);
    await undoRegister(officer(), { id });
  });
});

test('the reading of columns is remembered for the office and its heading, and for no other', async () => {
  const sheet = (name: string) =>
    workbook({
      DS: [
        [...HEADING, 'Diễn giải'],
        [1, name, 'Hội', 'Xã Đông Một', 'KT', 'x', '', 'Góp'],
      ],
    });
  const first = await receive('a.xlsx', sheet('A'));
  expect((await pageOf(first)).read?.forms[0]).toMatchObject({ remembered: false });
  const mapping = {
    1: 'name',
    2: 'registrant',
    3: 'commune',
    4: 'field',
    5: 'collective',
    6: 'individual',
    7: 'content',
  };
  await remapRegister(officer(), { id: first, mapping: mapping as never });
  const second = await receive('b.xlsx', sheet('Bb'));
  const form = (await pageOf(second)).read?.forms[0];
  expect([form?.remembered, form?.columns.at(-1)?.meaning]).toEqual([true, 'content']);
  const own = await receiveFile(
    cast.contextFor('commune_officer'),
    { file: { name: 'c.xlsx', bytes: sheet('C') }, ...place, unitId: units.commune },
    'c',
  );
  expect((await pageOf(own)).read?.forms[0]).toMatchObject({ remembered: false });
  for (const id of [first, second, own]) await discardRegister(officer(), { id });
});

test('whatever lists are read in and undone, in whatever order, every count is as it was before', async () => {
  // A small generator with a seed: the same on every run.
  let seed = 7;
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return from[seed % from.length] as T;
  };
  for (let round = 0; round < 8; round += 1) {
    const counts = [await countedIn(cast)];
    const made: (number | null)[] = [];
    for (let list = 0; list < 1 + (round % 3); list += 1) {
      const rows = Array.from({ length: 1 + (seed % 6) }, (_, at) => {
        const results = pick(['Đạt', 'Không đạt', '', 'lạ']);
        return `${at} | Mô hình ${pick([1, 2, 3, 4])} | ${pick(['Hội', 'Đoàn'])} | ${pick(['Xã Đông Một', 'Xã Tây Một', 'Xã Lạ'])} | ${pick(['KT', 'VH-XH'])} | x | | ${results}`;
      });
      const decision = pick([DECISION, undefined]);
      const { id } = await importList(cast, rows.join('\n'), { acceptValid: true, ...(decision && { decision }) });
      made.push(id);
      counts.push(await countedIn(cast));
    }
    // Undone from the last one on, each count comes back.
    for (const id of made.reverse()) {
      if (id !== null) await undoRegister(officer(), { id });
      counts.pop();
      expect(await countedIn(cast)).toEqual(counts.at(-1));
    }
  }
});
