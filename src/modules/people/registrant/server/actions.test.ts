import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/server/context.ts';
import { read, rowsOf, write } from '#platform/server/db.ts';
import { newOffice } from '../../../../../tests/support/office.ts';
import { registrantKey } from '../rules.ts';
import { ensureRegistrant, ensureRegistrants } from './actions.ts';
import { REGISTRANT_COLUMNS, toRegistrant } from './queries.ts';
import { findOrCreateRegistrant, findOrCreateRegistrants } from './store.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
  await office.add('can.bo', 'provincial_officer');
  await office.add('chi.bo', 'registrant', { registrant: 'Chi bộ ấp 1' });
});
afterAll(() => office.database.close());

const collective = (name: string) => ({ unitId: 1, name, subject: 'collective' as const });
const listed = (ctx: Context, like = '') =>
  read(ctx, async (db) => {
    const found = db.selectFrom('registrant').select(REGISTRANT_COLUMNS).where('plain_name', 'like', `%${like}%`);
    return (await found.execute()).map(toRegistrant);
  });

test('a registrant is made once, whatever marks and capitals it is typed with, with the sector its name points to', async () => {
  const named = collective('Chi hội Phụ nữ ấp Hòa Bình');
  const { id } = await write(office.system, (tx) => findOrCreateRegistrant(tx, named));
  const again = await write(office.system, (tx) =>
    findOrCreateRegistrant(tx, collective('CHI HỘI PHỤ NỮ ẤP HOÀ BÌNH')),
  );
  expect(again.id).toBe(id);
  const [found] = await listed(office.system, 'hoi phu nu ap hoa');
  expect(found).toEqual({ ...named, id, sectorId: expect.any(Number) });
});

test('a long list costs two statements, one the second time, and doubles nothing', async () => {
  const list = Array.from({ length: 2000 }, (_, at) => collective(`Tổ tự quản số ${at % 1000}`));
  const readIn = () => write(office.system, (tx) => findOrCreateRegistrants(tx, list));
  const before = office.database.queries;
  const first = await readIn();
  expect(office.database.queries - before).toBe(2);
  const second = await readIn();
  expect(office.database.queries - before).toBe(3);
  expect([first.ids.size, first.made.length, second.made.length]).toEqual([1000, 1000, 0]);
  expect(second.ids).toEqual(first.ids);
  expect(first.ids.get(registrantKey(collective('TỔ TỰ QUẢN SỐ 7')))).toBeTypeOf('number');
});

test('two offices that read in the same names at once get the same registrants', async () => {
  const list = Array.from({ length: 500 }, (_, at) => collective(`Tổ nhân dân số ${at}`));
  const readIn = (names: typeof list) => write(office.system, (tx) => findOrCreateRegistrants(tx, names));
  const [one, two] = await Promise.all([readIn(list), readIn([...list].reverse())]);
  expect(two.ids).toEqual(one.ids);
  expect(one.made.length + two.made.length).toBe(500);
});

test('an officer names registrants of the territory; others do not', async () => {
  const officer = await office.enter('can.bo');
  const made = await ensureRegistrant(officer, collective('Tổ đan lục bình'));
  expect(made).toMatchObject({ name: 'Tổ đan lục bình', unitId: 1, sectorId: null });
  const registrant = await office.enter('chi.bo');
  await expect(ensureRegistrant(registrant, collective('Tổ khác'))).rejects.toMatchObject({ kind: 'forbidden' });
  const many = ensureRegistrants(registrant, { unitId: 1, day: '2026-01-01', registrants: [collective('Tổ khác')] });
  await expect(many).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(ensureRegistrant(officer, { ...collective('Tổ'), unitId: 99 })).rejects.toMatchObject({
    kind: 'missing',
  });
});

test('a registrant’s account acts for its own registrant, and sees no other', async () => {
  const own = await office.enter('chi.bo');
  const id = own.actor.appointments[0]?.registrantId as number;
  expect(await ensureRegistrant(own, { ...collective('không đọc đến'), id })).toMatchObject({
    id,
    name: 'Chi bộ ấp 1',
  });
  expect(await listed(own)).toMatchObject([{ id }]);
  const [other] = await listed(office.system, 'dan luc binh');
  await expect(ensureRegistrant(own, { ...collective('x'), id: other?.id })).rejects.toMatchObject({ kind: 'missing' });
});

test('a list read in leaves one audit event with the rows that it made', async () => {
  const registrants = [collective('Tổ đan lục bình'), collective('Tổ mới một'), collective('Tổ mới hai')];
  await ensureRegistrants(office.system, { unitId: 1, day: '2026-01-01', registrants });
  const events = await read(office.system, (db) =>
    rowsOf(db, sql<{ row_count: number }>`select row_count from audit_event where act = 'registrant.name_many'`),
  );
  expect(events).toEqual([{ row_count: 2 }]);
});
