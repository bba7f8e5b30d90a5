import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Level } from '../../src/modules/organisations/unit/rules.ts';
import type { Appointment, Role } from '../../src/modules/people/appointment/rules.ts';
import { scopeOf } from '../../src/modules/people/scope/rules.ts';
import { expiryOf } from '../../src/modules/people/session/rules.ts';
import { tokenHash } from '../../src/modules/people/session/server/queries.ts';
import type { Actor, Context, Database } from '../../src/platform/server/context.ts';
import { connect } from '../../src/platform/server/db.ts';
import { fold } from '../../src/platform/vietnamese.ts';
import { onServer } from './cluster.ts';
import { testDatabase } from './database.ts';

/** The moment at which the cast lives, in its cycle of 2026. */
export const NOW = new Date('2026-03-10T09:41:00+07:00');

/** A province with two districts and three communes: two in the first district, one in the second. */
const UNITS = {
  province: { id: 1, name: 'Tỉnh Mẫu', kind: 'province', level: 'province', code: '01', path: '1' },
  district: { id: 2, name: 'Huyện Đông', kind: 'district', level: 'district', code: '011', path: '1.2' },
  otherDistrict: { id: 3, name: 'Huyện Tây', kind: 'district', level: 'district', code: '012', path: '1.3' },
  commune: { id: 4, name: 'Xã Đông Một', kind: 'commune', level: 'commune', code: '01101', path: '1.2.4' },
  sibling: { id: 5, name: 'Xã Đông Hai', kind: 'commune', level: 'commune', code: '01102', path: '1.2.5' },
  otherCommune: { id: 6, name: 'Xã Tây Một', kind: 'commune', level: 'commune', code: '01201', path: '1.3.6' },
} as const;
export type UnitName = keyof typeof UNITS;
export const units = Object.fromEntries(Object.entries(UNITS).map(([name, unit]) => [name, unit.id])) as Record<
  UnitName,
  number
>;

/** Ids that tests refer to. */
export const cycles = { last: 1, current: 2 };
export const fields = { economy: 1, culture: 2 };
export const programmes = { countryside: 1 };
export const sectors = { women: 11, farmers: 12 };
export const registrants = { hamlet: 1, sibling: 2, other: 3 };

interface Served {
  role: Role;
  unit: UnitName;
  registrantId?: number;
  sectorId?: number;
}

/** One person for each role, all around one commune, and their like elsewhere. */
const PEOPLE = {
  registrant: { role: 'registrant', unit: 'commune', registrantId: 1 },
  commune_officer: { role: 'commune_officer', unit: 'commune' },
  district_officer: { role: 'district_officer', unit: 'district' },
  provincial_officer: { role: 'provincial_officer', unit: 'province' },
  committee_member: { role: 'committee_member', unit: 'commune' },
  sector_officer: { role: 'sector_officer', unit: 'province', sectorId: sectors.women },
  administrator: { role: 'administrator', unit: 'province' },
  auditor: { role: 'auditor', unit: 'province' },
  sibling_registrant: { role: 'registrant', unit: 'sibling', registrantId: 2 },
  sibling_officer: { role: 'commune_officer', unit: 'sibling' },
  other_registrant: { role: 'registrant', unit: 'otherCommune', registrantId: 3 },
  other_officer: { role: 'commune_officer', unit: 'otherCommune' },
  other_district_officer: { role: 'district_officer', unit: 'otherDistrict' },
} as const satisfies Record<string, Served>;
export type PersonName = keyof typeof PEOPLE;
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[];

export interface Cast {
  /** Connects as the owner. */
  url: string;
  /** The application's own pool, whose `queries` counts statements. */
  database: Database;
  contextFor(person: PersonName, now?: Date): Context;
  /** A session as the cookie carries it; for pages. */
  sessionOf(person: PersonName): Promise<string>;
  /** Runs SQL as the owner, past every rule. */
  asOwner<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** A person of the cast as an actor, without any database: for tables of policies. */
export function actorOf(person: PersonName): Actor {
  const { role, unit: unitName, ...rest } = PEOPLE[person] as Served;
  const unit = UNITS[unitName];
  const appointment: Appointment = {
    role,
    unitId: unit.id,
    unitName: unit.name,
    level: unit.level as Level,
    path: unit.path,
    registrantId: rest.registrantId ?? null,
    sector: rest.sectorId === undefined ? null : { id: rest.sectorId, vi: 'Hội Liên hiệp Phụ nữ', en: 'Women’s Union' },
    without: [],
    kept: null,
  };
  return { id: PERSON_NAMES.indexOf(person) + 1, name: person.replaceAll('_', ' '), appointments: [appointment] };
}

/** A database of its own with the cast in it; close it after the tests. */
export async function openCast(): Promise<Cast> {
  const own = await testDatabase();
  const asOwner = <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    onServer(own.url, async (server) => {
      await server.query(`select set_config('kheo.scope_all', 'on', false)`);
      return (await server.query<R>(text, values)).rows;
    });
  await onServer(own.url, enter);
  const database = connect(own.url, 4);
  return {
    url: own.url,
    database,
    asOwner,
    contextFor: (person, now = NOW) => {
      const actor = actorOf(person);
      return { database, actor, scope: scopeOf(actor), now, requestId: `test-${person}` };
    },
    async sessionOf(person) {
      const token = randomBytes(32).toString('base64url');
      const now = new Date();
      const values = [tokenHash(token), actorOf(person).id, now, expiryOf(now, now)];
      await asOwner(
        `insert into session (token_hash, person_id, created_at, last_seen_at, confirmed_at, expires_at)
          values ($1, $2, $3, $3, $3, $4)`,
        values,
      );
      return token;
    },
    async close() {
      await database.close();
      await own.drop();
    },
  };
}

/** The cast goes in as JSON, a statement a table; sequences then go on after it. */
async function enter(server: pg.Client): Promise<void> {
  const into = (statement: string, rows: unknown) => server.query(statement, [JSON.stringify(rows)]);
  await server.query(`select set_config('kheo.scope_all', 'on', false)`);
  const dated = Object.values(UNITS).map((unit) => ({
    ...unit,
    plain: fold(unit.name),
    parent: Number(unit.path.split('.').at(-2)) || null,
  }));
  await into(
    `with u as (select * from jsonb_to_recordset($1::jsonb)
        as u (id int, name text, plain text, kind text, code text, path text, parent int)),
      one as (insert into unit (id, path_today) select id, path::ltree from u),
      two as (insert into unit_name select id, name, plain, '[2010-01-01,)' from u),
      three as (insert into unit_code select id, code, '[2010-01-01,)' from u),
      four as (insert into unit_kind select id, kind, '[2010-01-01,)' from u)
    insert into unit_parent select id, parent, '[2010-01-01,)' from u`,
    dated,
  );
  await server.query(`
    insert into sector (id, code, name_vi, name_en, position) values
      (11, 'PN', 'Hội Liên hiệp Phụ nữ', 'Women’s Union', 11), (12, 'ND', 'Hội Nông dân', 'Farmers’ Union', 12);
    insert into registrant (id, subject, name, plain_name, unit_id, sector_id) values
      (1, 'collective', 'Chi hội Phụ nữ ấp Hòa Bình', 'chi hoi phu nu ap hoa binh', 4, 11),
      (2, 'collective', 'Chi đoàn ấp Tân Lập', 'chi doan ap tan lap', 5, null),
      (3, 'individual', 'Trần Thị Mẫu', 'tran thi mau', 6, null);
    insert into movement (id, code, code_prefix, name_vi, name_en, unit_id) values (1, 'dvk', 'TM', 'Dân vận khéo', 'Skilful mass mobilisation', 1);
    insert into cycle (id, movement_id, code, year, reference_day, opens_on) values
      (1, 1, '2025', 2025, '2025-12-31', '2025-01-01'), (2, 1, '2026', 2026, '2026-12-31', '2026-01-01');
    insert into cycle_level (cycle_id, level, register_due_on, appraise_due_on)
      select c.id, l.level, make_date(c.year, 4, 30), make_date(c.year, 11, 15)
      from cycle c, (values ('commune'), ('district'), ('province')) l (level);
    insert into field (id, movement_id, code, name_vi, name_en, position) values
      (1, 1, 'economy', 'Kinh tế', 'Economy', 1), (2, 1, 'culture', 'Văn hóa – xã hội', 'Culture and society', 2);
    insert into programme (id, movement_id, code, name_vi, name_en, position) values
      (1, 1, 'ntm', 'Xây dựng nông thôn mới', 'New-style countryside', 1);
    insert into criterion (cycle_id, subject, code, text_vi, text_en, position) values
      (2, 'collective', 'a', 'Thiết thực, hiệu quả', 'Practical and effective', 1),
      (2, 'individual', 'a', 'Gương mẫu', 'Exemplary', 1);`);
  const people = PERSON_NAMES.map((name) => {
    const { id, appointments } = actorOf(name);
    const [{ role, unitId, registrantId, sector }] = appointments as [Appointment];
    return { id, name, role, unit_id: unitId, registrant_id: registrantId, sector_id: sector?.id ?? null };
  });
  await into(
    `with p as (select * from jsonb_to_recordset($1::jsonb) as p (id int, name text, role text, unit_id int, registrant_id int, sector_id int)),
      one as (insert into person (id, full_name, unit_id) select id, replace(name, '_', ' '), unit_id from p),
      two as (insert into account (person_id, username, password_hash) select id, name, '!' from p)
    insert into appointment (person_id, role, unit_id, registrant_id, sector_id, valid)
      select id, role, unit_id, registrant_id, sector_id, '[2010-01-01,)' from p`,
    people,
  );
  await server.query(`select setval(pg_get_serial_sequence(name, 'id'), 1000)
    from unnest(array['unit', 'sector', 'registrant', 'movement', 'cycle', 'field', 'programme', 'person']) name`);
}
