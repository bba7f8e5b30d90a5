import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawn } from '../../../../../tests/fixtures/lines.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { countedIn, DECISION, importList, manyRows } from '../../../../../tests/support/registers.ts';
import { undoRegister } from './actions-undo.ts';

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
2 | Tuyến kênh không rác | Chi đoàn | Xã Đông Hai | VH-XH | x | | Không đạt (chưa có sản phẩm)
3 | Vườn mẫu | Danh Hưởng | Xã Tây Một | KT | | x |`;
const STILL_GOOD = { rows: 3, valid: 3, invalid: 0, recognised: 1, repaired: 0 };

const standing = () =>
  cast.asOwner<{ name: string; state: string; unit: number; subject: string; carried: string | null; number: string }>(
    `select r.name, r.state, r.unit_id as unit, r.subject, r.carried_out_on::text as carried, d.number
      from registration r left join decision d on d.id = r.recognised_by where r.state <> 'annulled' order by r.id`,
  );

test('a list is written: models, results under its decision, counters, each row pointing both ways', async () => {
  const { id, preview } = await importList(cast, ROWS, { decision: DECISION });
  expect(preview.counts).toEqual({ ...STILL_GOOD, created: 3, updated: 0, unchanged: 0, conflicting: 0 });
  const carried = DECISION.decidedOn;
  expect(await standing()).toEqual([
    { name: 'Góp vốn xoay vòng', state: 'recognised', unit: 4, subject: 'collective', carried, number: '12-QĐ/BCĐ' },
    { name: 'Tuyến kênh không rác', state: 'not_recognised', unit: 5, subject: 'collective', carried, number: null },
    { name: 'Vườn mẫu', state: 'accepted', unit: 6, subject: 'individual', carried: null, number: null },
  ]);
  expect(await countedIn(cast)).toEqual({ registered: 3, carriedOut: 2, recognised: 1 });
  const rows = await cast.asOwner(
    `select row_number, w.outcome, g.name from import_row w left join registration g on g.import_row_id = w.id
      where batch_id = $1 order by row_number`,
    [id],
  );
  expect(rows).toEqual([
    { row_number: 1, outcome: 'ignored', name: null },
    { row_number: 2, outcome: 'created', name: 'Góp vốn xoay vòng' },
    { row_number: 3, outcome: 'created', name: 'Tuyến kênh không rác' },
    { row_number: 4, outcome: 'created', name: 'Vườn mẫu' },
  ]);
  const [audited] = await cast.asOwner(
    `select act, subject_kind, row_count from audit_event where subject_id = $1 and act = 'register.import'`,
    [id],
  );
  expect(audited).toEqual({ act: 'register.import', subject_kind: 'import_batch', row_count: 3 });
});

test('the reason of a negative result and the file stand on the time line', async () => {
  await importList(cast, ROWS, { decision: DECISION });
  const told = await cast.asOwner<{ reason: string }>(
    `select e.reason from registration_event e join registration r on r.id = e.registration_id where r.state <> 'annulled' order by r.id`,
  );
  expect(told.map((each) => each.reason)).toEqual([
    'danh-sach.xlsx',
    'danh-sach.xlsx: chưa có sản phẩm',
    'danh-sach.xlsx',
  ]);
});

test('the same list again finds everything unchanged, and the same decision', async () => {
  await importList(cast, ROWS, { decision: DECISION });
  const before = await standing();
  const { preview } = await importList(cast, ROWS, { decision: { ...DECISION, number: '12-qđ/bcđ' } });
  expect(preview.counts).toEqual({ ...STILL_GOOD, created: 0, updated: 0, unchanged: 3, conflicting: 0 });
  expect(await standing()).toEqual(before);
  const [decisions] = await cast.asOwner(`select count(*)::int from decision where number ilike '12-qđ/bcđ'`);
  expect(decisions).toEqual({ count: 1 });
});

test('results filled in later, with their decision, are an update', async () => {
  await importList(cast, ROWS.replaceAll('Đạt', '').replace(/Không đạt.*/, ''));
  expect(await countedIn(cast)).toEqual({ registered: 3, carriedOut: 0, recognised: 0 });
  const undecided = await importList(cast, ROWS);
  expect(undecided.preview.counts).toMatchObject({ recognised: 1, updated: 0, unchanged: 3 });
  const { preview } = await importList(cast, ROWS, { decision: DECISION });
  expect(preview.counts).toMatchObject({ created: 0, updated: 2, unchanged: 1, conflicting: 0 });
  expect((await standing()).map((each) => each.state)).toEqual(['recognised', 'not_recognised', 'accepted']);
  expect(await countedIn(cast)).toEqual({ registered: 3, carriedOut: 2, recognised: 1 });
});

test('each result that is filled in later keeps its own reason on the time line', async () => {
  const rows = (first: string, second: string) => `
    1 | Góp vốn xoay vòng | Chi hội Phụ nữ | Xã Đông Một | KT | x | | ${first}
    2 | Tuyến kênh không rác | Chi đoàn | Xã Đông Hai | VH-XH | x | | ${second}`;
  await importList(cast, rows('', ''));
  await importList(cast, rows('Không đạt (chưa có sản phẩm)', 'Không đạt (trùng tên)'), { decision: DECISION });
  const told = await cast.asOwner<{ reason: string }>(
    `select e.reason from registration_event e join registration r on r.id = e.registration_id
      where r.state <> 'annulled' and e.act = 'decline' order by r.id`,
  );
  expect(told.map((each) => each.reason)).toEqual(['danh-sach.xlsx: chưa có sản phẩm', 'danh-sach.xlsx: trùng tên']);
});

test('texts that stood empty are filled in as a version of their own, and taken away when the list is undone', async () => {
  await importList(cast, ROWS, { decision: DECISION });
  const lines = drawn(`STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Tập thể | Cá nhân | Nội dung
    1 | Góp vốn xoay vòng | Chi hội Phụ nữ | Xã Đông Một | KT | x | | Mỗi tháng góp một lần`);
  const { id, preview } = await importList(cast, 'thêm nội dung', { lines });
  expect(preview.counts).toMatchObject({ created: 0, updated: 1, unchanged: 0, conflicting: 0 });
  const now = async () =>
    (
      await cast.asOwner(
        `select v.number, v.content, r.state, r.recognised_by is not null as decided from registration r
          join initiative_version v on v.id = r.version_id where r.state <> 'annulled' and r.name = 'Góp vốn xoay vòng'`,
      )
    )[0];
  expect(await now()).toEqual({ number: 2, content: 'Mỗi tháng góp một lần', state: 'recognised', decided: true });
  await undoRegister(cast.contextFor('provincial_officer'), { id });
  expect(await now()).toEqual({ number: 1, content: '', state: 'recognised', decided: true });
});

test('what differs from what stands is reported and never written', async () => {
  await importList(cast, ROWS, { decision: DECISION });
  await cast.asOwner(`update registration set state = 'withdrawn' where name = 'Vườn mẫu' and state <> 'annulled'`);
  const before = await standing();
  const other = ROWS.replace('| KT | x | | Đạt', '| VH-XH | x | | Đạt').replace(/Không đạt.*/, 'Đạt');
  const { id, preview } = await importList(cast, other, { decision: DECISION });
  expect(preview.counts).toMatchObject({ created: 0, updated: 0, unchanged: 0, conflicting: 3, invalid: 0 });
  expect(await standing()).toEqual(before);
  const kept = await cast.asOwner<{ outcome: string; code: string }>(
    `select outcome, problems->0->>'code' as code from import_row where batch_id = $1 and row_number > 1 order by row_number`,
    [id],
  );
  expect(kept).toEqual([
    { outcome: 'conflicting', code: 'row.conflicting.field' },
    { outcome: 'conflicting', code: 'row.conflicting.result' },
    { outcome: 'conflicting', code: 'row.conflicting.withdrawn' },
  ]);
});

test('a model that a form has entered is found by the same key', async () => {
  const name = 'Tổ góp vốn mua bảo hiểm';
  await send(cast, 'registrant', { name });
  const row = `1 | TỔ GÓP VỐN MUA BẢO HIỂM | Chi hội phụ nữ ấp Hoà Bình | Xã Đông Một | KT | x | |`;
  const { preview } = await importList(cast, row, { cycleId: cycles.current });
  expect(preview.counts).toMatchObject({ created: 0, unchanged: 1 });
});

test('two equal rows are two models, numbered, and unchanged on a second run', async () => {
  const rows = `1 | Thắp sáng đường quê | Chi bộ | Xã Đông Một | KT | x | | Đạt
    2 | Thắp sáng đường quê | Chi bộ | Xã Đông Một | KT | x | | Đạt`;
  const first = await importList(cast, rows, { decision: DECISION });
  expect(first.preview.counts).toMatchObject({ created: 2 });
  expect(first.preview.rows[1]?.notes).toMatchObject([{ code: 'row.repeated', params: { first: 2, occurrence: 2 } }]);
  expect(await countedIn(cast)).toMatchObject({ registered: 2, recognised: 2 });
  const second = await importList(cast, rows, { decision: DECISION });
  expect(second.preview.counts).toMatchObject({ created: 0, unchanged: 2 });
});

test('two who import one list at the same moment create it once', async () => {
  const both = await Promise.all([
    importList(cast, manyRows(60), { decision: DECISION }),
    importList(cast, manyRows(60), { decision: DECISION }, 'provincial_officer'),
  ]);
  expect(both.map(({ preview }) => preview.counts.created).sort()).toEqual([0, 60]);
  expect(both.map(({ preview }) => preview.counts.unchanged).sort()).toEqual([0, 60]);
  expect(await countedIn(cast)).toEqual({ registered: 60, carriedOut: 60, recognised: 48 });
});

test('ten rows and a thousand cost the same number of statements', async () => {
  await importList(cast, manyRows(1, 'Đội'), { decision: DECISION });
  const cost = async (rows: string) => {
    const before = cast.database.queries;
    await importList(cast, rows, { decision: DECISION });
    return cast.database.queries - before;
  };
  const ten = await cost(manyRows(10, 'Tổ'));
  await cast.asOwner(`update registration set state = 'annulled'`);
  expect(await cost(manyRows(1_000, 'Nhóm'))).toBe(ten);
  expect(await cost(manyRows(1_000, 'Nhóm'))).toBeLessThan(ten);
  expect(await cast.asOwner('select count(*)::int from registration where state <> $1', ['annulled'])).toEqual([
    { count: 1_000 },
  ]);
});

describe('a bad row', () => {
  const bad = `${ROWS}
4 | Không rõ nơi | Chi hội | Xã Lạ | KT | x | |`;

  test('stops a command: nothing is saved, and the answer says why', async () => {
    const before = await cast.asOwner('select count(*)::int from import_batch');
    const { id, preview } = await importList(cast, bad, { decision: DECISION });
    expect(id).toBeNull();
    expect(preview.counts).toMatchObject({ rows: 4, valid: 3, invalid: 1, created: 3 });
    expect(preview.rows[3]?.why).toMatchObject([{ row: 5, column: 3, code: 'unit.unknown' }]);
    expect(await standing()).toEqual([]);
    expect(await cast.asOwner('select count(*)::int from import_batch')).toEqual(before);
  });

  test('is kept with its reason when the good ones are accepted', async () => {
    const { id } = await importList(cast, bad, { acceptValid: true });
    expect(await standing()).toHaveLength(3);
    const kept = await cast.asOwner(
      `select row_number, raw->>1 as name, problems->0->>'code' as code from import_row where batch_id = $1 and outcome = 'invalid'`,
      [id],
    );
    expect(kept).toEqual([{ row_number: 5, name: 'Không rõ nơi', code: 'unit.unknown' }]);
  });

  test.each([
    ['a long name', `1 | ${'K'.repeat(5_000)} | Hội | Xã Đông Một | KT | x | |`, 'name.too_long'],
    ['both subjects', '1 | A | Hội | Xã Đông Một | KT | x | x |', 'subject.both'],
    ['an unknown unit', '1 | A | Hội | Xã Lạ | KT | x | |', 'unit.unknown'],
    ['a unit in the wrong district', '1 | A | Hội | Xã Đông Một, Huyện Tây | KT | x | |', 'unit.wrong_parent'],
    ['no field', '1 | A | Hội | Xã Đông Một | | x | |', 'field.missing'],
    ['an unknown result', '1 | A | Hội | Xã Đông Một | KT | x | | Khá', 'verdict.unknown'],
  ])('with %s is not written', async (_what, row, code) => {
    const { preview } = await importList(cast, row, { acceptValid: true });
    expect(preview.rows[0]?.why.map((each) => each.code)).toEqual([code]);
    expect(await standing()).toEqual([]);
  });

  test('of a unit outside the office whose list it is is not written', async () => {
    const row = '1 | A | Hội | Xã Tây Một | KT | x | |';
    const { preview } = await importList(cast, row, { unitId: units.district, acceptValid: true }, 'district_officer');
    expect(preview.rows[0]?.why.map((each) => each.code)).toEqual(['unit.outside']);
    expect(await standing()).toEqual([]);
  });
});

test('formulas, markup and odd letters are stored as the texts they are', async () => {
  const names = ['=HYPERLINK("http://x")', '<script>alert(1)</script>', '+CMD', '😀 Mô hình', "'; drop table x; --"];
  const rows = names.map((name, at) => `${at} | ${name} | Hội | Xã Đông Một | KT | x | |`).join('\n');
  await importList(cast, rows);
  expect((await standing()).map((each) => each.name)).toEqual(names);
});

describe('who imports', () => {
  const own = '1 | A | Hội | Xã Đông Một | KT | x | | Đạt';
  const attempt = (person: PersonName, unitId: number) =>
    importList(cast, own, { unitId, decision: DECISION }, person).then(({ preview }) => preview.counts.created);

  test.each([
    ['commune_officer', units.commune],
    ['district_officer', units.commune],
    ['district_officer', units.district],
    ['provincial_officer', units.commune],
    ['provincial_officer', units.province],
  ] as const)('%s, a finished year of unit %i with its results', async (person, unitId) => {
    expect(await attempt(person, unitId)).toBe(1);
    expect(await standing()).toMatchObject([{ state: 'recognised', number: '12-QĐ/BCĐ' }]);
  });

  test.each([
    ['commune_officer', units.district, 'register.why_not.territory'],
    ['commune_officer', units.sibling, 'register.why_not.territory'],
    ['other_district_officer', units.commune, 'register.why_not.territory'],
    ['registrant', units.commune, 'register.why_not.officer'],
    ['committee_member', units.commune, 'register.why_not.officer'],
    ['administrator', units.province, 'register.why_not.officer'],
    ['auditor', units.province, 'refusal.read_only'],
  ] as const)('%s is refused the list of unit %i with the reason %s', async (person, unitId, code) => {
    await expect(attempt(person, unitId)).rejects.toMatchObject({ status: 403, reason: { code } });
    expect(await standing()).toEqual([]);
  });
});

test('a decision that nothing would stand under is not recorded', async () => {
  const decision = { number: 'Không ai cần', decidedOn: '2025-12-20' };
  const { id } = await importList(cast, '1 | A | Hội | Xã Đông Một | KT | x | |', { decision });
  expect(await cast.asOwner('select decision_id from import_batch where id = $1', [id])).toEqual([
    { decision_id: null },
  ]);
  expect(await cast.asOwner('select from decision where number = $1', [decision.number])).toEqual([]);
});
