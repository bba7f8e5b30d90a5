import { randomBytes } from 'node:crypto';
import type { Appointment, Role } from '#modules/people/appointment/rules.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { addDays } from './days.ts';
import { dice } from './dice.ts';
import type { Row } from './insert.ts';
import type { Place } from './places.ts';
import type { Registrant } from './registrants.ts';
import type { Tree } from './state.ts';
import { REORGANISED_ON } from './words/acts.ts';
import { personName } from './words/names.ts';
import { sectorOf } from './words/sectors.ts';

/** One account of the demo, as the start of the programme prints it. */
export interface DemoAccount {
  username: string;
  password: string;
  role: Role;
  roleVi: string;
  roleEn: string;
  unitName: string;
  personName: string;
}

/** An invented person with an account and one appointment. */
export interface Member {
  id: number;
  username: string;
  name: string;
  /** The first duty, from 2019 on. */
  role: Role;
  place: Place;
  /** The duty since the reorganisation of 2025. */
  since: { role: Role; place: Place };
  /** Proposed for the successor of their unit, and not approved yet. */
  waits: boolean;
  registrant: Registrant | null;
  /** The sector that an officer of one serves. */
  sector: Appointment['sector'];
  /** Told to whoever starts the demo; the others fill the province's offices. */
  told: boolean;
}

export const KNOWN_PASSWORD = 'demo-kheo-2019';
/** Where the demo's accounts work: a commune of Giang Thành, and one of another district that must not see it. */
export const HOME_COMMUNE = '30791';
export const OTHER_COMMUNE = '30826';
export const HOME_DISTRICT = '911';
/** Whose officer waits for the approval that would let them serve at its successor. */
const WAITING_COMMUNE = '30797';

const ROLE_WORDS: Record<Role, [vi: string, en: string]> = {
  registrant: ['Chủ thể đăng ký', 'Registrant'],
  commune_officer: ['Cán bộ cấp xã', 'Commune officer'],
  district_officer: ['Cán bộ cấp huyện', 'District officer'],
  provincial_officer: ['Cán bộ cấp tỉnh', 'Provincial officer'],
  committee_member: ['Thành viên Ban Chỉ đạo tỉnh', 'Member of the provincial committee'],
  sector_officer: ['Cán bộ Hội LHPN tỉnh', 'Officer of the provincial Women’s Union'],
  people_administrator: ['Quản trị người dùng của đơn vị', 'People administrator of a unit'],
  administrator: ['Quản trị hệ thống', 'Administrator'],
  auditor: ['Kiểm soát (chỉ xem)', 'Auditor (reads only)'],
};

/**
 * Everyone with an account: one of each role, a second commune for comparison, an officer for each other district, and one whose
 * commune has ended and who waits. `successor` tells what became of a place; a district's officer serves on in the commune that
 * bears its name. Behind them two more of the province's committee, for its teams to have three who read.
 */
export function members(
  places: readonly Place[],
  successor: (place: Place) => Place,
  home: Registrant,
  other: Registrant,
): Member[] {
  const at = (code: string) => places.find((place) => place.code === code) as Place;
  const told = (username: string, name: string, role: Role, place: Place, registrant: Registrant | null = null) => {
    const later: Role = role === 'district_officer' ? 'commune_officer' : role;
    const since = { role: later, place: successor(place) };
    return { username, name, role, place, since, registrant, sector: null, told: true, waits: false };
  };
  const [province, commune, district] = [at('91'), at(HOME_COMMUNE), at(HOME_DISTRICT)];
  const named = [
    told('quantri', 'Ngô Chí Khoa', 'administrator', province),
    told('dangky', 'Trần Thị Mỹ Duyên', 'registrant', commune, home),
    told('xa', 'Lê Hoàng Khải', 'commune_officer', commune),
    told('huyen', 'Võ Thị Thúy Trúc', 'district_officer', district),
    told('tinh', 'Huỳnh Ngọc Bách', 'provincial_officer', province),
    told('uyvien', 'Phạm Thị Diễm Hương', 'committee_member', province),
    { ...told('hoi', 'Danh Thị Ngọc Hà', 'sector_officer', province), sector: sectorOf('PN') },
    told('kiemsoat', 'Bùi Thị Cẩm Loan', 'auditor', province),
    { ...told('dangky2', 'Mai Thị Thu Nhung', 'registrant', at(OTHER_COMMUNE), other), told: false },
    { ...told('xa2', 'Dương Văn Bền', 'commune_officer', at(OTHER_COMMUNE)), told: false },
    { ...told('xa3', 'Lâm Thị Kim Yến', 'commune_officer', at(WAITING_COMMUNE)), told: false, waits: true },
  ];
  const officers = places
    .filter((place) => place.level === 'district' && place !== district)
    .map((place) => ({
      ...told(`huyen-${place.code}`, personName(dice('officer', place.code)), 'district_officer', place),
      told: false,
    }));
  // Last, so that everybody else goes on under their number.
  const people = told('nhansu', 'Thái Thị Kim Ngân', 'people_administrator', district);
  const judges = [
    { ...told('uyvien2', 'Cao Thị Hồng Xuân', 'committee_member', province), told: false },
    { ...told('uyvien3', 'Lý Thanh Sơn', 'committee_member', province), told: false },
  ];
  return [...named, ...officers, people, ...judges].map((member, index) => ({ id: index + 1, ...member }));
}

/** The rows of persons, accounts and appointments, and what to tell. Random passwords are known to nobody else. */
export async function accountRows(people: readonly Member[], passwords: 'known' | 'random', tree: Tree) {
  const [administrator] = people as [Member];
  const own = people.map(() => (passwords === 'known' ? KNOWN_PASSWORD : randomBytes(12).toString('base64url')));
  // One password that everybody knows needs no salt of each account's own, and hashing is dear on purpose.
  const known = passwords === 'known' ? await hashPassword(KNOWN_PASSWORD) : undefined;
  const hashes = known ? own.map(() => known) : await Promise.all(own.map(hashPassword));
  const tables: [table: string, rows: Row[]][] = [
    ['person', people.map(({ id, name, place }) => ({ id, full_name: name, unit_id: place.id }))],
    [
      'account',
      people.map(({ id, username }, at) => ({ person_id: id, username, password_hash: hashes[at], language: 'vi' })),
    ],
    ['appointment', people.map((member) => appointmentRow(member, administrator.id))],
  ];
  return { tables, accounts: people.flatMap((member, at) => toldAccounts([member], own[at] as string, tree)) };
}

/** The accounts to print, all with one password. */
export function toldAccounts(people: readonly Member[], password: string, tree: Tree): DemoAccount[] {
  return people.filter((member) => member.told).map((member) => accountOf(member, password, tree));
}

function appointmentRow({ id, role, place, registrant, sector }: Member, granted_by: number): Row {
  const registrant_id = registrant?.id ?? null;
  const sector_id = sector?.id ?? null;
  return { id, person_id: id, role, unit_id: place.id, registrant_id, sector_id, valid: '[2019-01-01,)', granted_by };
}

function accountOf({ username, name, registrant, since, ...first }: Member, password: string, tree: Tree): DemoAccount {
  const { role, place } = tree === 'since' ? since : first;
  const [roleVi, roleEn] = ROLE_WORDS[role];
  const unit = registrant ? `${registrant.name}, ${place.name}` : place.name;
  const unitName = place.name === first.place.name ? unit : `${unit} (${earlier(first, role)})`;
  return { username, password, role, roleVi, roleEn, unitName, personName: name };
}

/** Where, and if it differs as what, somebody served until the reorganisation. */
function earlier({ role, place }: Pick<Member, 'role' | 'place'>, now: Role): string {
  const until = `đến / until ${formatDay(addDays(REORGANISED_ON, -1), 'vi')}`;
  const [vi, en] = ROLE_WORDS[role];
  return role === now ? `${until}: ${place.name}` : `${until}: ${vi} / ${en}, ${place.name}`;
}
