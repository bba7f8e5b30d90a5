import fc from 'fast-check';
import type { Plan, Succession } from '../../src/modules/organisations/reorganisation/rules.ts';
import type { Role } from '../../src/modules/people/appointment/rules.ts';
import { fold } from '../../src/platform/vietnamese.ts';
import { type Cast, sectors } from './cast.ts';

/** A random province: which district each commune is in, who serves where, what is registered where and how far it is. */
export interface RandomProvince {
  districts: number;
  communes: number[];
  /** A sector only for who serves one. */
  people: { role: Role; at: number; sector: number | null }[];
  registrations: { at: number; state: string; sector: number | null }[];
  /** A steering committee of each place, with a member who serves somewhere or other besides. */
  bodies: { at: number; member: number }[];
}

const OFFICES: Role[] = [
  'commune_officer',
  'district_officer',
  'provincial_officer',
  'committee_member',
  'sector_officer',
];
const SECTORS = Object.values(sectors);
const STATES = ['submitted', 'returned', 'accepted', 'self_assessed', 'proposed', 'not_recognised', 'withdrawn'];

const served = fc
  .record({ role: fc.constantFrom(...OFFICES), at: fc.nat(10), sector: fc.constantFrom(...SECTORS) })
  .map((each) => ({ ...each, sector: each.role === 'sector_officer' ? each.sector : null }));

export const provinces: fc.Arbitrary<RandomProvince> = fc.integer({ min: 1, max: 3 }).chain((districts) =>
  fc.record({
    districts: fc.constant(districts),
    communes: fc.array(fc.nat(districts - 1), { minLength: 2, maxLength: 7 }),
    people: fc.array(served, { minLength: 4, maxLength: 8 }),
    bodies: fc.array(fc.record({ at: fc.nat(10), member: fc.nat(7) }), { maxLength: 4 }),
    registrations: fc.array(
      fc.record({ at: fc.nat(6), state: fc.constantFrom(...STATES), sector: fc.constantFrom(null, ...SECTORS) }),
      {
        minLength: 5,
        maxLength: 25,
      },
    ),
  }),
);

/** What a random resolution does: each commune stays, moves, joins one of two new communes, or is split between both. */
interface RandomAct {
  communes: ('stays' | 'moves' | 'first' | 'second' | 'split' | 'renamed')[];
  endDistricts: boolean;
  to: number;
}
export const acts: fc.Arbitrary<RandomAct> = fc.record({
  communes: fc.array(fc.constantFrom('stays', 'moves', 'first', 'second', 'split', 'renamed'), {
    minLength: 7,
    maxLength: 7,
  }),
  endDistricts: fc.boolean(),
  to: fc.nat(2),
});

export const PROVINCE = 501;
export const districtId = (at: number) => 510 + at;
export const communeId = (at: number) => 520 + at;
const idAt = (province: RandomProvince, at: number) => {
  const ids = [
    PROVINCE,
    ...Array.from({ length: province.districts }, (_, d) => districtId(d)),
    ...province.communes.map((_, c) => communeId(c)),
  ];
  return ids[at % ids.length] as number;
};

/** Writes a random province beside the cast's own; ids begin at 501, people's at 601. */
export async function enterProvince(cast: Cast, province: RandomProvince): Promise<void> {
  const units = [
    { id: PROVINCE, name: 'Tỉnh Ngẫu Nhiên', kind: 'province', parent: null as number | null, path: `${PROVINCE}` },
    ...Array.from({ length: province.districts }, (_, at) => ({
      id: districtId(at),
      name: `Huyện Số ${at}`,
      kind: 'district',
      parent: PROVINCE,
      path: `${PROVINCE}.${districtId(at)}`,
    })),
    ...province.communes.map((district, at) => ({
      id: communeId(at),
      name: `Xã Số ${at}`,
      kind: 'commune',
      parent: districtId(district),
      path: `${PROVINCE}.${districtId(district)}.${communeId(at)}`,
    })),
  ].map((unit) => ({ ...unit, plain: fold(unit.name), code: String(90_000 + unit.id) }));
  await cast.asOwner(
    `with u as (select * from jsonb_to_recordset($1::jsonb) as u (id int, name text, plain text, kind text, code text, path text, parent int)),
      one as (insert into unit (id, path_today) select id, path::ltree from u),
      two as (insert into unit_name select id, name, plain, '[2010-01-01,)' from u),
      three as (insert into unit_code select id, code, '[2010-01-01,)' from u),
      four as (insert into unit_kind select id, kind, '[2010-01-01,)' from u)
    insert into unit_parent select id, parent, '[2010-01-01,)' from u`,
    [JSON.stringify(units)],
  );
  const people = province.people.map(({ role, at, sector }, n) => ({
    id: 601 + n,
    role,
    sector,
    unit: idAt(province, at),
  }));
  await cast.asOwner(
    `with p as (select * from jsonb_to_recordset($1::jsonb) as p (id int, role text, unit int, sector int)),
      one as (insert into person (id, full_name, unit_id) select id, 'Người ' || id, unit from p),
      two as (insert into account (person_id, username, password_hash) select id, 'n' || id, '!' from p)
    insert into appointment (person_id, role, unit_id, sector_id, valid) select id, role, unit, sector, '[2010-01-01,)' from p`,
    [JSON.stringify(people)],
  );
  const bodies = province.bodies.map(({ at, member }, n) => ({
    id: 801 + n,
    unit: idAt(province, at),
    person: 601 + (member % province.people.length),
  }));
  await cast.asOwner(
    `with b as (select * from jsonb_to_recordset($1::jsonb) as b (id int, unit int, person int)),
      one as (insert into body (id, kind, name, unit_id, founding_number, founded_on, valid)
        select id, 'steering_committee', 'Ban ' || id, unit, '1-QĐ', '2010-01-01', '[2010-01-01,)' from b),
      two as (insert into body_member (id, body_id, person_id, role, valid) select id, id, person, 'member', '[2010-01-01,)' from b)
    insert into appointment (person_id, role, unit_id, body_member_id, valid) select person, 'committee_member', unit, id, '[2010-01-01,)' from b`,
    [JSON.stringify(bodies)],
  );
  const rows = province.registrations.map(({ at, state, sector }, n) => ({
    n: 701 + n,
    unit: communeId(at % province.communes.length),
    state,
    sector,
  }));
  await cast.asOwner(
    `with r as (select * from jsonb_to_recordset($1::jsonb) as r (n int, unit int, state text, sector int)),
      one as (insert into registrant (id, subject, name, plain_name, unit_id, sector_id) select n, 'collective', 'Tổ ' || n, 'to ' || n, unit, sector from r),
      two as (insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, sector_id, field_id, subject, created_at)
        select n, 'X-' || n, 'Mô hình ' || n, unit, unit, n, sector, 1, 'collective', now() from r),
      three as (insert into initiative_version (id, initiative_id, number, name, created_at) select n, n, 1, 'Mô hình ' || n, now() from r)
    insert into registration (id, initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, sector_id, field_id, subject, state, submitted_on, register_key, plain_text, name, state_since)
      select n, n, n, 2, 'commune', unit, unit, n, sector, 1, 'collective', state, '2026-01-10', 'mo hinh ' || n || '|to|1', 'mo hinh ' || n, 'Mô hình ' || n, now() from r`,
    [JSON.stringify(rows)],
  );
}

/** The plan of a random act on a random province, on a day. */
export function planOf(province: RandomProvince, act: RandomAct, effectiveOn: string): Plan {
  const plan: Plan = { effectiveOn, created: [], ended: [], changed: [], successions: [] };
  const parentOf = (district: number) => (act.endDistricts ? PROVINCE : districtId(district));
  const did = province.communes.map((_, at) => act.communes[at] ?? 'stays');
  if (act.endDistricts) plan.ended.push(...Array.from({ length: province.districts }, (_, at) => districtId(at)));
  for (const key of ['first', 'second'] as const)
    if (did.includes(key) || did.includes('split'))
      plan.created.push({
        key,
        name: `Xã Mới ${key}`,
        kind: 'commune',
        code: null,
        parent: parentOf(act.to % province.districts),
      });
  for (const [at, district] of province.communes.entries()) {
    const unitId = communeId(at);
    const succeeds = (to: string, share: Succession['share']) => plan.successions.push({ from: unitId, to, share });
    if (did[at] === 'first' || did[at] === 'second' || did[at] === 'split') {
      plan.ended.push(unitId);
      if (did[at] === 'split') for (const to of ['first', 'second']) succeeds(to, 'part');
      else succeeds(did[at] as string, 'whole');
      continue;
    }
    const parent = parentOf(did[at] === 'moves' ? act.to % province.districts : district);
    const name = did[at] === 'renamed' ? `Phường Đổi Tên ${at}` : undefined;
    if (parent !== districtId(district) || name)
      plan.changed.push({
        unitId,
        ...(parent !== districtId(district) && { parent }),
        ...(name && { name, kind: 'ward' }),
      });
  }
  return plan;
}
