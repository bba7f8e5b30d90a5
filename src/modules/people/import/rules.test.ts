import { describe, expect, test } from 'vitest';
import type { Unit } from '#modules/organisations/unit/rules.ts';
import { actorOf } from '../../../../tests/support/cast.ts';
import type { Role } from '../appointment/rules.ts';
import { type Known, rowsUnder, whoIs } from './rules.ts';
import { judgeRows } from './rules-judge.ts';

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ number: at + 1, cells: line.split('|').map((cell) => cell.trim()) }));

test('the heading is found below titles, in either language, and empty rows are none', () => {
  const rows = rowsUnder(
    lines('DANH SÁCH\nHọ và tên | E-mail | Đơn vị | Vai trò\nLê Hoa | a@b.vn | Xã Một | Cán bộ\n | | |'),
  );
  expect(rows).toEqual([
    {
      line: 3,
      typed: { name: 'Lê Hoa', email: 'a@b.vn', phone: '', unit: 'Xã Một', role: 'Cán bộ', registrant: '', from: '' },
    },
  ]);
  expect(rowsUnder(lines('name | unit\nHoa | Xã Một'))).toBeUndefined();
});

describe('whom a row means', () => {
  const known = (more: Partial<Known>): Known => ({
    id: 1,
    fullName: 'Lê Thị Hoa',
    email: null,
    phone: null,
    hasAccount: false,
    unitId: 4,
    duties: [],
    ...more,
  });
  const wanted = { fullName: 'lê thị hoa', email: null, phone: null, unitId: 4 };

  test('the address tells, then the telephone, then the name at the unit', () => {
    const addressed = known({ email: 'hoa@example.vn', unitId: 9 });
    expect(whoIs({ ...wanted, email: 'hoa@example.vn' }, [known({ id: 2 }), addressed])).toBe(addressed);
    expect(whoIs({ ...wanted, fullName: 'Khác', email: 'hoa@example.vn' }, [addressed])).toBe('other_name');
    const called = known({ id: 3, phone: '0912345678', unitId: 9 });
    expect(whoIs({ ...wanted, phone: '0912345678' }, [called])).toBe(called);
    expect(whoIs(wanted, [known({})])?.toString()).toBeDefined();
    expect(whoIs(wanted, [known({ unitId: 5 })])).toBeUndefined();
  });

  test('two of one name with different addresses or telephones are two, and what nobody can tell is said', () => {
    expect(whoIs({ ...wanted, email: 'moi@example.vn' }, [known({ email: 'cu@example.vn' })])).toBeUndefined();
    expect(whoIs({ ...wanted, phone: '0900000001' }, [known({ phone: '0900000002' })])).toBeUndefined();
    expect(whoIs(wanted, [known({}), known({ id: 2 })])).toBe('several');
  });
});

describe('a row', () => {
  const unit = (id: number, name: string, level: Unit['level'], path: string): Unit => ({
    id,
    code: `0${id}`,
    name,
    kind: level,
    level,
    parentId: Number(path.split('.').at(-2)) || null,
    path,
  });
  const standing = [
    unit(1, 'Tỉnh Mẫu', 'province', '1'),
    unit(2, 'Huyện Đông', 'district', '1.2'),
    unit(3, 'Huyện Tây', 'district', '1.3'),
    unit(4, 'Xã Trùng Tên', 'commune', '1.2.4'),
    unit(6, 'Xã Trùng Tên', 'commune', '1.3.6'),
  ];
  const asOf = [...standing, unit(8, 'Xã Đã Hết', 'commune', '1.2.8')];
  const [duty] = actorOf('district_officer').appointments;
  const actor = { ...actorOf('district_officer'), appointments: [{ ...duty!, role: 'people_administrator' as const }] };
  const roles = new Map<string, Role>([
    ['commune_officer', 'commune_officer'],
    ['registrant', 'registrant'],
    ['quan tri', 'administrator'],
  ]);
  const judge = (typed: object) =>
    judgeRows(
      [
        {
          line: 2,
          typed: {
            name: 'Lê Hoa',
            email: '',
            phone: '',
            unit: '04',
            role: 'commune_officer',
            registrant: '',
            from: '',
            ...typed,
          },
        },
      ],
      { actor, today: '2026-03-10', asOf, standing, roles },
    )[0];

  test('says what it asks for; of two units of one name the own one is meant', () => {
    expect(judge({ unit: 'xa trung ten', phone: '0912 345 678', from: '01/07/2025' })).toMatchObject({
      wanted: { unitId: 4, role: 'commune_officer', phone: '0912345678', from: '2025-07-01', registrant: null },
    });
  });

  test.each([
    [{ name: '' }, 'account.full_name_missing'],
    [{ email: 'không phải' }, 'email.shape'],
    [{ phone: '12' }, 'account_request.phone_shape'],
    [{ role: 'vua' }, 'people_import.problem.role'],
    [{ role: 'Quản trị' }, 'people_import.problem.one_by_one'],
    [{ registrant: 'Chi hội' }, 'people_import.problem.registrant'],
    [{ unit: 'Xã Không Có Ở Đâu Cả' }, 'people_import.problem.unit_unknown'],
    [{ unit: 'Xã Đã Hết' }, 'people_import.problem.unit_ended'],
    [{ unit: 'Huyện Đông' }, 'account.unit_not_commune'],
    [{ unit: '06' }, 'appointment.outside'],
    [{ from: 'mai' }, 'appointment.day_shape'],
  ])('%j is refused: %s', (typed, code) => expect(judge(typed)).toMatchObject({ problem: { code } }));
});
