import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { type Extra, enterPeople, signedIn } from '../../../../../tests/support/administered.ts';
import { type Cast, NOW, openCast } from '../../../../../tests/support/cast.ts';
import { wordsIn } from '../../../../messages/catalogues.ts';
import { SYSTEM, systemScope } from '../../scope/rules.ts';
import { KEPT } from '../rules.ts';
import { applyPeople, receivePeople, sweepImports } from './actions.ts';
import { inviteListed } from './actions-invite.ts';
import { importPage } from './queries.ts';
import { resultSheet } from './queries-result.ts';

const PEOPLE = {
  at_district: { home: 'district', duties: [['people_administrator', 'district']] },
  at_other: { home: 'otherDistrict', duties: [['people_administrator', 'otherDistrict']] },
  there: { home: 'commune', duties: [['registrant', 'commune']], account: false },
} as const satisfies Record<string, Extra>;

let cast: Cast;
let made: Awaited<ReturnType<typeof enterPeople<keyof typeof PEOPLE>>>;
let actor: Awaited<ReturnType<typeof signedIn>>;
let neighbour: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  cast = await openCast();
  made = await enterPeople(cast, PEOPLE);
  actor = await signedIn(cast, made.at_district.id);
  neighbour = await signedIn(cast, made.at_other.id);
  await cast.asOwner(`update person set email = 'xa.khac@example.vn' where full_name = 'other officer'`);
});
afterAll(() => cast.close());

const HEAD = 'Họ và tên,Thư điện tử,Điện thoại,Đơn vị,Vai trò,Tập thể đăng ký,Từ ngày';
const receive = (rows: string, who = actor) =>
  receivePeople(who, { asOf: '', file: { name: 'ds.csv', bytes: Buffer.from(`${HEAD}\n${rows}\n`) } });
const outcomes = async (id: number) => {
  const { rows } = await read(actor, (db) => importPage(db, actor, id));
  return rows.map(({ outcome, problem }) => problem?.code ?? outcome);
};
const LIST = `Nguyễn Văn Một,mot@example.vn,,Xã Đông Một,Cán bộ cấp xã,,01/07/2025
Trần Thị Hai,,0912 345 678,01102,registrant,Chi hội Phụ nữ ấp Hai,
Trần Thị Hai,,0912345678,Xã Đông Hai,Thành viên ban chỉ đạo,,
there,,,Xã Đông Một,Thành viên ban chỉ đạo,,
Lê Ba,ba@example.vn,,Xã Tây Một,Cán bộ cấp xã,,
Phạm Bốn,xa.khac@example.vn,,Xã Đông Một,Cán bộ cấp xã,,
at district,,,Huyện Đông,Thành viên ban chỉ đạo,,
=cmd|' /C calc'!A0,nam@example.vn,,Xã Đông Một,Người đăng ký,,
Sáu,,,Xã Đông Một,Quản trị,,`;

test('a list is looked at, then written at once as far as it is good; again it makes no doubles', async () => {
  const id = await receive(LIST);
  const expected = [
    'created',
    'created',
    'created',
    'given',
    'appointment.outside',
    'email.taken',
    'appointment.not_yourself',
    'created',
    'people_import.problem.one_by_one',
  ];
  expect(await outcomes(id)).toEqual(expected);
  const before = await cast.asOwner<{ n: number }>('select count(*)::int as n from person');
  const { counts } = await applyPeople(actor, { id });
  expect(counts).toEqual({ created: 4, given: 1, unchanged: 0, refused: 4 });
  expect(await outcomes(id)).toEqual(expected);
  const people = await cast.asOwner(
    `select p.full_name as name, p.email, p.phone, array_agg(a.role || ' ' || a.unit_id || ' ' || lower(a.valid) order by a.id) as duties,
       bool_or(c.person_id is not null) as let_in
     from person p join appointment a on a.person_id = p.id left join account c on c.person_id = p.id
     where a.granted_by = $1 group by p.id order by p.id`,
    [actor.actor.id],
  );
  const none = { email: null, phone: null, let_in: false };
  expect(people).toEqual([
    { ...none, name: 'there', duties: ['committee_member 4 2026-03-10'] },
    { ...none, name: 'Nguyễn Văn Một', email: 'mot@example.vn', duties: ['commune_officer 4 2025-07-01'] },
    {
      ...none,
      name: 'Trần Thị Hai',
      phone: '0912345678',
      duties: ['registrant 5 2026-03-10', 'committee_member 5 2026-03-10'],
    },
    { ...none, name: "=cmd|' /C calc'!A0", email: 'nam@example.vn', duties: ['registrant 4 2026-03-10'] },
  ]);
  const after = await cast.asOwner<{ n: number }>('select count(*)::int as n from person');
  expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(3);

  await expect(applyPeople(actor, { id })).rejects.toMatchObject({ reason: { code: 'people_import.written_already' } });
  const again = await receive(LIST);
  expect((await applyPeople(actor, { id: again })).counts).toEqual({ created: 0, given: 0, unchanged: 5, refused: 4 });
  expect(await cast.asOwner('select count(*)::int as n from person')).toEqual(after);
});

test('of fifty presses one writes, and lists read in at once make nobody twice', async () => {
  const row = 'Vũ Văn Chung,chung@example.vn,,Xã Đông Một,Cán bộ cấp xã,,';
  const ids = await Promise.all(Array.from({ length: 5 }, () => receive(row)));
  const presses = Array.from({ length: 50 }, (_, n) => applyPeople(actor, { id: ids[n % 5] as number }));
  const ended = await Promise.allSettled(presses);
  const done = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value.counts] : []));
  expect(done.map(({ created }) => created).sort()).toEqual([0, 0, 0, 0, 1]);
  expect(await cast.asOwner(`select count(*)::int as n from person where full_name = 'Vũ Văn Chung'`)).toEqual([
    { n: 1 },
  ]);
});

test('a list is its reader’s own, and of whoever may do this', async () => {
  const id = await receive('Một,,,Xã Đông Một,Cán bộ cấp xã,,');
  await expect(applyPeople(neighbour, { id })).rejects.toMatchObject({ kind: 'missing' });
  await expect(read(neighbour, (db) => importPage(db, neighbour, id))).rejects.toMatchObject({ kind: 'missing' });
  await expect(
    receive('Một,,,Xã Đông Một,Cán bộ cấp xã,,', cast.contextFor('commune_officer') as never),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(
    receivePeople(actor, { asOf: '', file: { name: 'x.csv', bytes: Buffer.from('a,b\n1,2') } }),
  ).rejects.toMatchObject({
    fields: { file: { code: 'people_import.no_heading' } },
  });
});

test('those who are new are invited together, each once; the links are told once', async () => {
  const id = await receive(LIST);
  await applyPeople(actor, { id });
  const { links, letters } = await inviteListed(actor, id);
  expect([letters, links.map(({ name }) => name)]).toEqual([
    0,
    ['there', 'Nguyễn Văn Một', 'Trần Thị Hai', "=cmd|' /C calc'!A0"],
  ]);
  expect(new Set(links.map(({ link }) => link)).size).toBe(4);
  expect((await inviteListed(actor, id)).links).toEqual([]);
  const audit = await cast.asOwner<{ body: string }>(
    `select after::text as body from audit_event where act = 'invitation.create_many'`,
  );
  expect(JSON.stringify(audit)).not.toContain('loi-moi');
});

test('texts of the result stay texts, and lists go after their time', async () => {
  const id = await receive(LIST);
  const { body } = await read(actor, (db) => resultSheet(db, actor, id, wordsIn('vi')));
  const { sheets } = await readSheets(body, 'x.xlsx');
  expect(sheets[0]?.rows.flatMap(({ cells }) => cells)).toContain("=cmd|' /C calc'!A0");
  expect(body.includes('<f>')).toBe(false);
  const system = (after: number) => ({
    ...actor,
    actor: SYSTEM,
    scope: systemScope(),
    now: new Date(NOW.getTime() + after),
  });
  await sweepImports(system(KEPT.looked), {});
  const left = await cast.asOwner<{ n: number }>(
    'select count(*)::int as n from people_import where applied_at is null',
  );
  expect(left).toEqual([{ n: 0 }]);
  await sweepImports(system(KEPT.written), {});
  expect(await cast.asOwner('select count(*)::int as n from people_import')).toEqual([{ n: 0 }]);
});
