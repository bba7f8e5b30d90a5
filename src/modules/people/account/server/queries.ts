import { type RawBuilder, sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb, type Scope } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import type { Role } from '../../appointment/rules.ts';
import { systemScope } from '../../scope/rules.ts';
import { NO_PASSWORD, usernameOf } from '../rules.ts';

/** What sign-in needs of an account. */
export interface AccountSecret {
  personId: number;
  username: string;
  fullName: string;
  passwordHash: string;
  language: Language;
  disabledAt: Date | null;
}

const SECRET = ['person_id', 'username', 'full_name', 'password_hash', 'language', 'disabled_at'] as const;

/** The account of a name (as `usernameOf` writes it), disabled ones too; within scope. */
export async function accountByName(db: ReadDb, username: string): Promise<AccountSecret | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(SECRET)
    .where(sql`lower(username)`, '=', username)
    .executeTakeFirst();
  return row && secretOf(row);
}

type SecretRow = {
  person_id: number;
  username: string;
  full_name: string;
  password_hash: string;
  language: string;
  disabled_at: Date | null;
};

export function secretOf(row: SecretRow): AccountSecret {
  return {
    personId: row.person_id,
    username: row.username,
    fullName: row.full_name,
    passwordHash: row.password_hash,
    language: row.language as Language,
    disabledAt: row.disabled_at,
  };
}

/** Whether an account has a password at all: who was let in by single sign-on may have none. */
export async function hasPassword(db: ReadDb, _scope: Scope, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('password_hash', '!=', NO_PASSWORD)
    .executeTakeFirst();
  return row !== undefined;
}

/** True while nobody can sign in yet: the place waits for its first administrator. */
export async function hasNoAccount(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('account').select('person_id').limit(1).execute()).length === 0;
}

/** Whether the place waits for its first visitor; asked by strangers, who see nothing of accounts. */
export function isWaitingForSetup(ctx: Context): Promise<boolean> {
  return read({ ...ctx, scope: systemScope() }, hasNoAccount);
}

export interface Duty {
  role: Role;
  unit: string;
  /** Of a sector officer. */
  sector: { vi: string; en: string } | null;
  registrant: string | null;
}
export interface PersonRow {
  id: number;
  fullName: string;
  username: string;
  disabledAt: Date | null;
  duties: Duty[];
}
export interface PeopleFilter {
  query?: string | undefined;
  role?: Role | undefined;
  id?: number;
  /** The last user name of the page before. */
  after?: string | undefined;
}

const PAGE = 50;

/** Whether a person `p` with an account `a` goes by what was typed: part of the name, without marks, or of the user name. */
export function goesBy(typed: string): RawBuilder<boolean> {
  const name = `%${fold(typed)}%`;
  const username = `%${usernameOf(typed).replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(regexp_replace(unaccent(lower(p.full_name)), '[^[:alnum:]]+', ' ', 'g') like ${name}
    or lower(a.username) like ${username})`;
}

/** Whom the session administers: everybody for an administrator, else who serves in its units; only what is in these is told. */
const MANAGED = sql`(scope_is_all() or p.id = any ((select scope_people())::integer[]))`;
const MANAGED_DUTY = sql`(scope_is_all() or t.unit_id = any ((select scope_administered())::integer[]))`;

/** People with an account, by user name, 50 a page, with their duties of today; `next` goes into `after`. One query. */
export async function listPeople(
  db: ReadDb,
  _scope: Scope,
  now: Date,
  filter: PeopleFilter,
): Promise<{ people: PersonRow[]; next: string | undefined }> {
  const day = dayOf(now);
  const named = filter.query?.trim() ? goesBy(filter.query) : sql`true`;
  const found = await rowsOf(
    db,
    sql<PersonRow>`
    select p.id, p.full_name as "fullName", a.username, a.disabled_at as "disabledAt",
      coalesce(json_agg(json_build_object('role', t.role, 'unit', n.name, 'registrant', r.name,
        'sector', (select json_build_object('vi', g.name_vi, 'en', g.name_en) from sector g where g.id = t.sector_id)) order by t.id)
        filter (where t.id is not null), '[]') as duties
    from account a
    join person p on p.id = a.person_id
    left join appointment t on t.person_id = p.id and t.valid @> ${day}::date and ${MANAGED_DUTY}
    left join unit_name n on n.unit_id = t.unit_id and n.valid @> ${day}::date
    left join registrant r on r.id = t.registrant_id
    where lower(a.username) > ${filter.after ?? ''} and (${filter.id ?? null}::integer is null or p.id = ${filter.id ?? null})
      and ${named} and ${MANAGED}
    group by p.id, a.person_id
    having ${filter.role ?? null}::text is null or bool_or(t.role = ${filter.role ?? null})
    order by lower(a.username)
    limit ${PAGE + 1}`,
  );
  const people = found.slice(0, PAGE);
  return { people, next: found.length > PAGE ? people.at(-1)?.username : undefined };
}

/** A duty as it stands on a person's page: in force from a day on, until another or for good. */
export interface HeldDuty extends Duty {
  id: number;
  unitId: number;
  from: string;
  until: string | null;
  /** Brought by a seat on a body, with which it ends. */
  ofBody: boolean;
}
export interface PersonPage {
  id: number;
  fullName: string;
  email: string | null;
  phone: string | null;
  /** Null without an account. */
  username: string | null;
  disabledAt: Date | null;
  whole: boolean;
  duties: HeldDuty[];
}

/** One person whom the session administers, with or without an account, and the duties of today and to come in its units. One query. */
export async function personPage(db: ReadDb, _scope: Scope, now: Date, id: number): Promise<PersonPage | undefined> {
  const day = dayOf(now);
  const rows = await rowsOf(
    db,
    sql<PersonPage>`
    select p.id, p.full_name as "fullName", p.email, p.phone, a.username, a.disabled_at as "disabledAt",
      scope_is_all() or p.id = any ((select scope_people_whole())::integer[]) as whole,
      coalesce((select json_agg(json_build_object('id', t.id, 'role', t.role, 'unitId', t.unit_id, 'unit', n.name, 'registrant', r.name,
          'from', lower(t.valid), 'until', upper(t.valid), 'ofBody', t.body_member_id is not null,
          'sector', (select json_build_object('vi', g.name_vi, 'en', g.name_en) from sector g where g.id = t.sector_id)) order by t.id)
        from appointment t
        left join unit_name n on n.unit_id = t.unit_id and n.valid @> ${day}::date
        left join registrant r on r.id = t.registrant_id
        where t.person_id = p.id and not isempty(t.valid) and (upper_inf(t.valid) or upper(t.valid) > ${day}::date) and ${MANAGED_DUTY}), '[]') as duties
    from person p
    left join account a on a.person_id = p.id
    where p.id = ${id} and ${MANAGED}`,
  );
  return rows[0];
}
