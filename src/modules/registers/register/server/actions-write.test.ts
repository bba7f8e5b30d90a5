import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { workbook } from '../../../../../tests/fixtures/workbook.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { DECISION, manyRows, receiveList } from '../../../../../tests/support/registers.ts';
import { discardRegister, receiveFile, remapRegister } from './actions.ts';
import { writeRegister, writeTyped } from './actions-write.ts';
import { registerPage } from './queries-page.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
beforeEach(async () => {
  await cast.asOwner(`update registration set state = 'annulled' where state <> 'annulled'`);
});
afterAll(() => cast.close());

const ROWS = `
1 | Góp vốn xoay vòng | Chi hội Phụ nữ | Xã Đông Một | KT | x | | Đạt
2 | Không rõ nơi | Chi đoàn | Xã Lạ | VH-XH | x | |
3 | Vườn mẫu | Danh Hưởng | Xã Tây Một | KT | | x |`;

const officer = () => cast.contextFor('provincial_officer');
const models = async () => {
  const rows = await cast.asOwner<{ name: string }>(
    `select name from registration where state <> 'annulled' order by id`,
  );
  return rows.map((row) => row.name);
};
const batches = async () => (await cast.asOwner<{ n: number }>('select count(*)::int as n from import_batch'))[0]?.n;
const pageOf = (id: number, asked = { page: 1, decided: true }, person: PersonName = 'provincial_officer') => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => registerPage(db, ctx, id, asked));
};

test('a list taken in writes nothing; its good rows are written on demand and the bad ones stay in it', async () => {
  const id = await receiveList(cast, ROWS);
  expect(await models()).toEqual([]);
  const { counts } = await writeRegister(officer(), { id, decision: DECISION });
  expect(counts).toMatchObject({ rows: 3, valid: 2, invalid: 1, created: 2 });
  expect(await models()).toEqual(['Góp vốn xoay vòng', 'Vườn mẫu']);
  const page = await pageOf(id);
  expect(page).toMatchObject({ batch: { state: 'written' }, read: null, counts: { created: 2, invalid: 1 } });
  expect(page.batch).toMatchObject({ decisionNumber: '12-QĐ/BCĐ', decidedOn: '2025-12-20' });
  expect(page.left).toMatchObject({
    total: 1,
    lines: [{ row: 3, name: 'Không rõ nơi', why: [{ code: 'unit.unknown' }] }],
  });
});

test('a sheet of another year is told before it is written', async () => {
  const sheets = [{ name: 'Năm 2019', merges: [], rows: 3, read: true }];
  const [other, own] = [await receiveList(cast, ROWS, { sheets }), await receiveList(cast, ROWS)];
  const told = [await pageOf(other), await pageOf(own)].map((page) => page.read?.otherYear);
  expect(told).toEqual([{ said: '2019', year: '2025' }, null]);
});

test('pressed twice with one key it is written once; pressed again without, it is refused', async () => {
  const id = await receiveList(cast, ROWS);
  const input = { id };
  const [one, two] = [
    await writeRegister(officer(), input, { key: 'k1' }),
    await writeRegister(officer(), input, { key: 'k1' }),
  ];
  expect(two).toEqual(one);
  expect(await models()).toHaveLength(2);
  await expect(writeRegister(officer(), input)).rejects.toMatchObject({
    status: 409,
    reason: { code: 'register.already_written' },
  });
});

test('two who press at once: one writes, the other is told', async () => {
  const id = await receiveList(cast, ROWS);
  const pressed = await Promise.allSettled([writeRegister(officer(), { id }), writeRegister(officer(), { id })]);
  expect(pressed.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await models()).toHaveLength(2);
});

test('a person may ask that nothing be written while a row is bad', async () => {
  const id = await receiveList(cast, ROWS);
  await expect(writeRegister(officer(), { id, onlyWhole: true })).rejects.toMatchObject({
    status: 409,
    reason: { code: 'register.rows_bad', params: { invalid: 1 } },
  });
  expect(await models()).toEqual([]);
});

test('what would be written is what was seen: a list that has changed meanwhile is not written', async () => {
  const id = await receiveList(cast, ROWS);
  const seen = await pageOf(id);
  const other = await receiveList(cast, '1 | Vườn mẫu | Danh Hưởng | Xã Tây Một | KT | | x |');
  await writeRegister(officer(), { id: other });
  const press = writeRegister(officer(), { id, expected: seen.read?.expected });
  await expect(press).rejects.toMatchObject({ status: 409, reason: { code: 'register.counts_changed' } });
  const now = await pageOf(id, { page: 1, decided: false });
  await writeRegister(officer(), { id, expected: now.read?.expected });
  expect(await models()).toEqual(['Vườn mẫu', 'Góp vốn xoay vòng']);
});

describe('the decision that a form names', () => {
  test.each([
    [{ number: '', decidedOn: '20/12/2025' }, { number: 'decision.number.missing' }],
    [{ number: '12-QĐ', decidedOn: '' }, { decidedOn: 'decision.date.missing' }],
    [{ number: '12-QĐ', decidedOn: '31/02/2025' }, { decidedOn: 'decision.date.wrong' }],
    [{ number: '12-QĐ', decidedOn: '01/01/2030' }, { decidedOn: 'decision.date.future' }],
  ])('%j is refused beside its field, and nothing is written', async (typed, fields) => {
    const id = await receiveList(cast, ROWS);
    const codes = Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, { code }]));
    await expect(writeTyped(officer(), id, { results: 'now', ...typed })).rejects.toMatchObject({
      status: 422,
      fields: codes,
    });
    expect(await models()).toEqual([]);
  });

  test('is recorded with its signer; without results to record the boxes are not read', async () => {
    const id = await receiveList(cast, ROWS);
    await writeTyped(officer(), id, { results: 'now', number: '7-QĐ', decidedOn: '19/12/2025', signer: 'Ông Mẫu' });
    expect(
      await cast.asOwner(`select signer, unit_id, decided_on::text as day from decision where number = '7-QĐ'`),
    ).toEqual([{ signer: 'Ông Mẫu', unit_id: units.province, day: '2025-12-19' }]);
    const later = await receiveList(cast, '1 | Mới | Hội | Xã Tây Một | KT | x | | Đạt');
    await writeTyped(officer(), later, { number: '', decidedOn: '' });
    const [state] = await cast.asOwner(`select state from registration where name = 'Mới' and state <> 'annulled'`);
    expect(state).toEqual({ state: 'accepted' });
  });
});

describe('columns', () => {
  const swapped =
    'TT | Tên mô hình | Chủ thể | Địa bàn | Nhóm | Tên gọi khác\n1 | Vườn | Chi bộ | Xã Tây Một | KT | Thắp sáng đường quê';

  test('are read another way when a person corrects them, until the list is written', async () => {
    const id = await receiveList(cast, '', {
      lines: swapped.split('\n').map((row, at) => ({ number: at + 1, cells: row.split(' | ') })),
    });
    const mapping = { 0: 'number', 2: 'registrant', 3: 'unit', 4: 'field', 5: 'name' } as const;
    expect((await pageOf(id)).read?.good).toEqual([]);
    await remapRegister(officer(), { id, mapping });
    const page = await pageOf(id);
    expect(page.read?.forms[0]?.columns.map((column) => column.meaning)).toEqual([
      'number',
      '',
      'registrant',
      'unit',
      'field',
      'name',
    ]);
    expect(page.read?.good).toMatchObject([{ name: 'Thắp sáng đường quê', registrant: 'Chi bộ', unit: 'Xã Tây Một' }]);
    await writeRegister(officer(), { id });
    await expect(remapRegister(officer(), { id, mapping })).rejects.toMatchObject({
      reason: { code: 'register.already_written' },
    });
  });

  test.each([
    [{ 1: 'registrant', 2: 'unit' }, { mapping: { code: 'register.no_name_column' } }],
    [{ 1: 'name', 2: 'name' }, { 'column-2': { code: 'register.mapping.twice' } }],
    [{ 1: 'name', 2: 'nothing' }, { 'mapping.2': { code: 'form.invalid_value' } }],
  ])('%j is refused', async (mapping, fields) => {
    const id = await receiveList(cast, ROWS);
    await expect(remapRegister(officer(), { id, mapping: mapping as never })).rejects.toMatchObject({
      status: 422,
      fields,
    });
  });
});

test('a list that was never written is thrown away with its rows; a written one stays', async () => {
  const id = await receiveList(cast, ROWS);
  await discardRegister(officer(), { id });
  expect(await cast.asOwner('select from import_row where batch_id = $1', [id])).toEqual([]);
  await expect(pageOf(id)).rejects.toMatchObject({ status: 404 });
  const written = await receiveList(cast, ROWS);
  await writeRegister(officer(), { id: written });
  await expect(discardRegister(officer(), { id: written })).rejects.toMatchObject({ status: 409 });
});

describe('a file', () => {
  const sheet = workbook({
    'Danh sách': [
      ['STT', 'Tên mô hình', 'Chủ thể', 'Xã', 'Lĩnh vực', 'Tập thể', 'Cá nhân'],
      [1, 'Vườn mẫu', 'Danh Hưởng', 'Xã Đông Một', 'Kinh tế', '', 'x'],
    ],
    'Năm trước': [
      ['STT', 'Tên mô hình', 'Xã'],
      [1, 'Cũ', 'Xã Đông Một'],
    ],
  });
  const place = { cycleId: cycles.last, level: 'commune' as const, unitId: units.commune };
  const file = (bytes: Uint8Array, name = 'D:\\Hồ sơ\\dang-ky.xlsx') => ({ file: { name, bytes }, ...place });
  const receive = (input: ReturnType<typeof file>, person: PersonName = 'commune_officer', key = 'k') =>
    receiveFile(cast.contextFor(person), input, key);

  test('is taken in once for one press, under its own name, its other sheets told', async () => {
    const before = await batches();
    const id = await receive(file(sheet), 'commune_officer', 'press');
    expect(await receive(file(sheet), 'commune_officer', 'press')).toBe(id);
    expect(await batches()).toBe((before ?? 0) + 1);
    const page = await pageOf(id, undefined, 'commune_officer');
    expect(page).toMatchObject({
      sheets: [
        { name: 'Danh sách', read: true },
        { name: 'Năm trước', read: false },
      ],
      batch: { fileName: 'dang-ky.xlsx', sheetName: 'Danh sách' },
    });
    expect(page.read?.good).toMatchObject([{ row: 2, name: 'Vườn mẫu', subject: 'individual' }]);
  });

  test.each([
    ['of nothing', new Uint8Array(), 'sheet.empty'],
    ['of text in the clothes of a workbook', Buffer.from('xin chào'), 'sheet.not_a_sheet'],
    ['that is broken', Buffer.from('PK\u0003\u0004 và hết'), 'sheet.broken'],
    ['without a heading', workbook({ A: [['Kính gửi'], ['xin báo cáo']] }), 'register.heading.missing'],
    ['with nothing below its heading', workbook({ A: [['STT', 'Tên mô hình', 'Xã']] }), 'register.list_empty'],
  ])('%s is refused with what to do', async (_what, bytes, code) => {
    const before = await batches();
    await expect(receive(file(bytes))).rejects.toMatchObject({ status: 422, fields: { file: { code } } });
    expect(await batches()).toBe(before);
  });

  test('of a registrant, a member, an auditor, another office is refused before it is read', async () => {
    const broken = file(Buffer.from('PK'));
    const codes = { registrant: 'officer', committee_member: 'officer', sibling_officer: 'territory' } as const;
    for (const [person, code] of Object.entries(codes))
      await expect(receive(broken, person as PersonName)).rejects.toMatchObject({
        status: 403,
        reason: { code: `register.why_not.${code}` },
      });
    await expect(receive(broken, 'auditor')).rejects.toMatchObject({ reason: { code: 'refusal.read_only' } });
  });

  test('for a cycle or a level that is not there is refused at its field', async () => {
    await expect(receive({ ...file(sheet), cycleId: 99 })).rejects.toMatchObject({
      fields: { cycleId: { code: 'register.cycle.missing' } },
    });
    await expect(receive({ ...file(sheet), unitId: 99 })).rejects.toMatchObject({
      fields: { unitId: { code: 'register.unit.missing' } },
    });
    await expect(receive({ ...file(sheet), level: '' as never })).rejects.toMatchObject({
      fields: { level: { code: 'register.level.missing' } },
    });
  });

  test('may number its rows as it likes and hold letters that no database keeps', async () => {
    const row = (r: string, cells: string[]) =>
      `<row${r}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const sheetXml = `<worksheet><sheetData>${row(' r="1"', ['STT', 'Tên mô hình', 'Chủ thể', 'Xã', 'Lĩnh vực'])}${row(' r="x"', ['1', 'Một_x0000_ hai_xD800_', 'Hội Nông dân', 'Xã Đông Một', 'KT'])}${row(' r="1"', ['2', 'Ba', 'Hội Nông dân', 'Xã Đông Một', 'KT'])}</sheetData></worksheet>`;
    const id = await receive(file(workbook({ A: [] }, { sheetXml })), 'commune_officer', 'odd');
    await writeRegister(cast.contextFor('commune_officer'), { id });
    expect(await models()).toEqual(['Một hai\uFFFD', 'Ba']);
  });
});

describe('the page of a list', () => {
  test('costs the same number of queries for ten rows and a thousand, at most eight', async () => {
    const cost = async (rows: string, written: boolean) => {
      const id = await receiveList(cast, rows);
      if (written) await writeRegister(officer(), { id });
      const before = cast.database.queries;
      await pageOf(id);
      return cast.database.queries - before;
    };
    const bad = '\n0 | Hỏng | Hội | Xã Lạ | KT | x | |';
    for (const written of [false, true]) {
      const ten = await cost(manyRows(10) + bad, written);
      expect(await cost(manyRows(1_000) + bad, written)).toBe(ten);
      expect(ten).toBeLessThanOrEqual(8);
    }
  });

  test('shows every bad row, two hundred a page, in the order of the file', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => `${at} | Hỏng ${at} | Hội | Xã Lạ | KT | x | |`).join('\n');
    const id = await receiveList(cast, rows);
    const { left } = await pageOf(id, { page: 3, decided: false });
    expect([left.total, left.pages, left.page, left.lines.length, left.lines[0]?.row]).toEqual([450, 3, 3, 50, 402]);
    await writeRegister(officer(), { id });
    const written = (await pageOf(id, { page: 3, decided: false })).left;
    expect(written).toEqual(left);
    expect((await pageOf(id, { page: 99, decided: false })).left.page).toBe(3);
  });

  test('is there for whoever answers for its unit, and for nobody else', async () => {
    const id = await receiveList(cast, ROWS, { unitId: units.commune }, 'commune_officer');
    for (const person of ['commune_officer', 'committee_member', 'district_officer', 'auditor'] as const)
      expect(await pageOf(id, undefined, person)).toMatchObject({ batch: { id } });
    for (const person of ['sibling_officer', 'other_district_officer', 'registrant'] as const)
      await expect(pageOf(id, undefined, person)).rejects.toMatchObject({ status: 404 });
  });
});
