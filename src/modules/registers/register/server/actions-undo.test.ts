import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { differences } from '#modules/initiatives/counters/server/queries.ts';
import { selfAssessRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import { countedIn, DECISION, importList, manyRows } from '../../../../../tests/support/registers.ts';
import { undoRegister } from './actions-undo.ts';
import { undoPage } from './queries-undo.ts';

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
2 | Tuyến kênh không rác | Chi đoàn | Xã Đông Hai | VH-XH | x | | Không đạt`;

const undo = (id: number | null, person: Parameters<Cast['contextFor']>[0] = 'provincial_officer') =>
  undoRegister(cast.contextFor(person), { id: id as number });
const idsBy = async (batch: number | null) => {
  const rows = await cast.asOwner<{ id: number }>(
    `select g.id from registration g join import_row r on r.id = g.import_row_id where r.batch_id = $1 order by g.id`,
    [batch],
  );
  return rows.map((row) => row.id);
};

test('undoing a list leaves every count as it was before, and reading it in again creates again', async () => {
  await importList(cast, '9 | Đã có từ trước | Chi bộ | Xã Tây Một | KT | x | |');
  const before = await countedIn(cast);
  const { id } = await importList(cast, ROWS, { decision: DECISION });
  expect(await countedIn(cast)).not.toEqual(before);
  expect(await undo(id)).toEqual({ annulled: 2, restored: 0, touched: [] });
  expect(await countedIn(cast)).toEqual(before);
  const again = await importList(cast, ROWS, { decision: DECISION });
  expect(again.preview.counts).toMatchObject({ created: 2, unchanged: 0 });
  expect(await countedIn(cast)).toEqual({ registered: 3, carriedOut: 2, recognised: 1 });
});

test('results that a list filled in are open again, as they were', async () => {
  const bare = ROWS.replace(/(Không đạt|Đạt)/g, '');
  const first = await importList(cast, bare);
  const [one, two] = (await idsBy(first.id)) as [number, number];
  await selfAssessRegistration(cast.contextFor('commune_officer'), { id: one });
  const states = () =>
    cast.asOwner(
      `select id, state, carried_out_on::text as carried, recognised_by from registration where id = any ($1) order by id`,
      [[one, two]],
    );
  const before = await states();
  const counted = await countedIn(cast);
  const { id, preview } = await importList(cast, ROWS, { decision: DECISION });
  expect(preview.counts).toMatchObject({ updated: 2 });
  expect(await undo(id)).toEqual({ annulled: 0, restored: 2, touched: [] });
  expect(await states()).toEqual(before);
  expect(await countedIn(cast)).toEqual(counted);
});

describe('what someone has touched since', () => {
  test('is annulled too when the list made it, and named', async () => {
    const { id } = await importList(cast, ROWS.replace(/(Không đạt|Đạt)/g, ''));
    const [one] = (await idsBy(id)) as [number];
    await cast.asOwner(`update registration set state = 'returned', version = version + 1 where id = $1`, [one]);
    const ctx = cast.contextFor('provincial_officer');
    const asked = await read(ctx, (db) => undoPage(db, ctx, id as number));
    expect(asked).toMatchObject({ created: 2, updated: 0, touched: 1, rows: [{ row: 2, name: 'Góp vốn xoay vòng' }] });
    expect(await undo(id)).toEqual({ annulled: 2, restored: 0, touched: [{ row: 2, name: 'Góp vốn xoay vòng' }] });
    expect(await countedIn(cast)).toEqual({ registered: 0, carriedOut: 0, recognised: 0 });
  });

  test('keeps its result when the list had filled it in', async () => {
    await importList(cast, ROWS.replace(/(Không đạt|Đạt)/g, ''));
    const { id } = await importList(cast, ROWS, { decision: DECISION });
    await cast.asOwner(
      `update registration set version = version + 1 where name = 'Góp vốn xoay vòng' and state = 'recognised'`,
    );
    expect(await undo(id)).toEqual({ annulled: 0, restored: 1, touched: [{ row: 2, name: 'Góp vốn xoay vòng' }] });
    expect(await countedIn(cast)).toEqual({ registered: 2, carriedOut: 1, recognised: 1 });
  });
});

test('a second undo is refused, and so is another office’s', async () => {
  const rows = '1 | A | Hội | Xã Đông Một | KT | x | |';
  const { id } = await importList(cast, rows, { unitId: units.commune }, 'commune_officer');
  await expect(undo(id, 'sibling_officer')).rejects.toMatchObject({ status: 404 });
  await expect(undo(id, 'other_district_officer')).rejects.toMatchObject({ status: 404 });
  await expect(undo(id, 'registrant')).rejects.toMatchObject({ status: 404 });
  await expect(undo(id, 'committee_member')).rejects.toMatchObject({
    status: 403,
    reason: { code: 'register.why_not.officer' },
  });
  await expect(undo(id, 'auditor')).rejects.toMatchObject({ status: 403, reason: { code: 'refusal.read_only' } });
  await undo(id, 'district_officer');
  await expect(undo(id, 'commune_officer')).rejects.toMatchObject({
    status: 409,
    reason: { code: 'register.already_undone' },
  });
});

test('a thousand rows are undone in as many statements as ten', async () => {
  const cost = async (rows: string) => {
    const { id } = await importList(cast, rows);
    const before = cast.database.queries;
    await undo(id);
    return cast.database.queries - before;
  };
  const ten = await cost(manyRows(10));
  expect(await cost(manyRows(1_000))).toBe(ten);
});

test('after all this the counters are those of a recount', async () => {
  const ctx = cast.contextFor('administrator');
  expect(await read(ctx, (db) => differences(db))).toEqual([]);
});
