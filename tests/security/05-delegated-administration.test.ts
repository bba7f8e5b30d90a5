import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, disableAccount, enableAccount, resetPassword } from '#modules/people/account/server/actions.ts';
import { listPeople, personPage } from '#modules/people/account/server/queries.ts';
import type { Role } from '#modules/people/appointment/rules.ts';
import { endDuty, giveDuty } from '#modules/people/appointment/server/actions.ts';
import { inviteAgain, invitePerson } from '#modules/people/invitation/server/actions.ts';
import { listWithoutAccount } from '#modules/people/invitation/server/queries.ts';
import { resetSecondFactor } from '#modules/people/second-factor/server/actions.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/server/context.ts';
import { read, rowsOf, write } from '#platform/server/db.ts';
import { AROUND_DISTRICT, enterPeople, signedIn } from '../support/administered.ts';
import { actorOf, type Cast, NOW, openCast, type PersonName, type UnitName, units } from '../support/cast.ts';

type Name = keyof typeof AROUND_DISTRICT;

let cast: Cast;
let people: Record<Name, { id: number; duties: number[] }>;
const as = {} as Record<Name | 'administrator' | 'officer', Context>;
beforeAll(async () => {
  cast = await openCast();
  people = await enterPeople(cast, AROUND_DISTRICT);
  await cast.asOwner(
    `with b as (insert into body (kind, name, unit_id, founding_number, founded_on, valid)
        values ('council', 'Hội đồng', $1, '1/QĐ', '2020-01-01', '[2020-01-01,)') returning id)
     insert into body_member (body_id, person_id, role, valid) select id, $2, 'member', '[2020-01-01,)' from b`,
    [units.province, people.seated.id],
  );
  for (const name of ['at_district', 'officer_too', 'fellow', 'below', 'above'] as const)
    as[name] = await signedIn(cast, people[name].id);
  as.administrator = await signedIn(cast, actorOf('administrator').id as number);
  as.officer = await signedIn(cast, actorOf('commune_officer').id as number);
});
afterAll(() => cast.close());

const idOf = (name: Name | PersonName) =>
  name in people ? people[name as Name].id : (actorOf(name as PersonName).id as number);

/** What became of an act: 'done', or the kind of its refusal. Whatever it did is rolled back. */
async function outcome(act: () => Promise<unknown>): Promise<string> {
  return act().then(
    () => 'done',
    (failure: unknown) => {
      if (failure instanceof Refusal) return failure.kind;
      throw failure;
    },
  );
}

describe('the account of somebody', () => {
  // To touch: done, forbidden (seen, but has rights from elsewhere), missing (not there for who asks).
  const MATRIX: [actor: keyof typeof as, expected: Partial<Record<Name | PersonName, string>>][] = [
    [
      'at_district',
      {
        inside: 'done',
        below: 'done',
        unserving: 'done',
        registrant: 'done',
        district_officer: 'done',
        sibling_officer: 'done',
        mixed: 'forbidden',
        watcher: 'forbidden',
        seated: 'forbidden',
        fellow: 'forbidden',
        at_district: 'forbidden',
        sibling: 'missing',
        other_district_officer: 'missing',
        moved_away: 'missing',
        provincial_officer: 'missing',
        administrator: 'missing',
        above: 'missing',
      },
    ],
    [
      'officer_too',
      {
        inside: 'done',
        unserving: 'done',
        below: 'forbidden',
        mixed: 'forbidden',
        sibling_officer: 'missing',
        district_officer: 'missing',
        officer_too: 'forbidden',
        administrator: 'missing',
      },
    ],
    [
      'above',
      {
        inside: 'done',
        mixed: 'done',
        at_district: 'done',
        officer_too: 'done',
        seated: 'done',
        provincial_officer: 'done',
        administrator: 'forbidden',
        auditor: 'forbidden',
        watcher: 'forbidden',
        above: 'forbidden',
      },
    ],
    ['administrator', { inside: 'done', mixed: 'done', above: 'done', auditor: 'done', watcher: 'done' }],
    ['officer', { inside: 'missing', commune_officer: 'missing', administrator: 'missing' }],
  ];
  const cases = MATRIX.flatMap(([actor, expected]) =>
    Object.entries(expected).map(([target, what]) => [actor, target as Name | PersonName, what] as const),
  );

  test.each(cases)('%s touches that of %s: %s', async (actor, target, expected) => {
    const [ctx, personId] = [as[actor], idOf(target)];
    if (expected === 'done' && ctx.actor.id === personId) throw new Error('nobody touches their own here');
    expect(await outcome(() => resetPassword(ctx, { personId, password: 'bến nước cây đa' }))).toBe(expected);
    expect(await outcome(() => resetSecondFactor(ctx, { personId }))).toBe(expected);
    expect(await outcome(() => disableAccount(ctx, { personId }))).toBe(expected);
    expect(await outcome(() => enableAccount(ctx, { personId }))).toBe(expected);
    // Whoever was signed in is out, and what was refused has left no trace.
    const [left] = await cast.asOwner<{ n: number }>('select count(*)::int as n from session where person_id = $1', [
      personId,
    ]);
    if (expected === 'done') {
      expect(left?.n).toBe(0);
      for (const name of ['at_district', 'officer_too', 'above'] as const)
        if (people[name].id === personId) as[name] = await signedIn(cast, personId);
    }
  });
});

describe('a duty', () => {
  const GIVES: [actor: keyof typeof as, target: Name | PersonName, role: Role, unit: UnitName, expected: string][] = [
    ['at_district', 'inside', 'commune_officer', 'sibling', 'done'],
    ['at_district', 'mixed', 'committee_member', 'district', 'done'],
    ['at_district', 'unserving', 'people_administrator', 'commune', 'done'],
    ['at_district', 'inside', 'people_administrator', 'district', 'forbidden'],
    ['at_district', 'inside', 'commune_officer', 'otherCommune', 'forbidden'],
    ['at_district', 'inside', 'provincial_officer', 'province', 'forbidden'],
    ['at_district', 'inside', 'administrator', 'district', 'forbidden'],
    ['at_district', 'inside', 'auditor', 'commune', 'forbidden'],
    ['at_district', 'at_district', 'commune_officer', 'commune', 'forbidden'],
    ['at_district', 'sibling', 'commune_officer', 'commune', 'missing'],
    ['at_district', 'moved_away', 'commune_officer', 'commune', 'missing'],
    ['officer_too', 'inside', 'committee_member', 'province', 'forbidden'],
    ['officer_too', 'officer_too', 'commune_officer', 'commune', 'forbidden'],
    ['above', 'inside', 'administrator', 'province', 'forbidden'],
    ['above', 'above', 'provincial_officer', 'province', 'forbidden'],
    ['officer', 'inside', 'commune_officer', 'commune', 'missing'],
    ['administrator', 'administrator', 'provincial_officer', 'province', 'forbidden'],
  ];
  test.each(GIVES)('%s gives %s %s at %s: %s', async (actor, target, role, unit, expected) => {
    const give = () => giveDuty(as[actor], { personId: idOf(target), role, unitId: units[unit] });
    expect(await outcome(give)).toBe(expected);
    if (expected === 'done') expect(await outcome(give)).toBe('conflict');
  });

  test('ends inside the own units only, also of who serves elsewhere too', async () => {
    const [here = 0, there = 0] = people.mixed.duties;
    const personId = people.mixed.id;
    expect(await outcome(() => endDuty(as.at_district, { id: there, personId }))).toBe('missing');
    expect(await outcome(() => endDuty(as.officer, { id: here, personId }))).toBe('missing');
    expect(await outcome(() => endDuty(as.at_district, { id: here, personId: people.inside.id }))).toBe('missing');
    expect(await outcome(() => endDuty(as.at_district, { id: here, personId }))).toBe('done');
    const page = await read(as.administrator, (db) => personPage(db, as.administrator.scope, NOW, personId));
    expect(page?.duties.map(({ id }) => id)).toContain(there);
    expect(page?.duties.map(({ id }) => id)).not.toContain(here);
  });

  test('that makes somebody equal or higher is not ended from the side or from below', async () => {
    const end = (actor: keyof typeof as, target: Name) =>
      outcome(() => endDuty(as[actor], { id: people[target].duties[0] as number, personId: people[target].id }));
    expect(await end('at_district', 'fellow')).toBe('forbidden');
    expect(await end('at_district', 'at_district')).toBe('forbidden');
    expect(await end('at_district', 'watcher')).toBe('forbidden');
    expect(await end('below', 'at_district')).toBe('missing');
    expect(await end('above', 'fellow')).toBe('done');
  });
});

describe('somebody new', () => {
  const person = (role: Role, unit: UnitName) => ({
    fullName: 'Người Mới',
    role,
    unitId: units[unit],
    registrant: 'Tổ',
  });
  const NEW: [actor: keyof typeof as, role: Role, unit: UnitName, expected: string][] = [
    ['at_district', 'registrant', 'commune', 'done'],
    ['at_district', 'district_officer', 'district', 'done'],
    ['at_district', 'people_administrator', 'district', 'forbidden'],
    ['at_district', 'commune_officer', 'otherCommune', 'forbidden'],
    ['at_district', 'administrator', 'commune', 'forbidden'],
    ['officer', 'registrant', 'commune', 'forbidden'],
  ];
  test.each(NEW)('%s lets in a %s at %s: %s', async (actor, role, unit, expected) => {
    const account = {
      username: `moi.${actor}.${role}.${unit}`.replaceAll('_', '.').toLowerCase(),
      password: 'bến nước cây đa',
    };
    expect(await outcome(() => createAccount(as[actor], { ...person(role, unit), ...account }))).toBe(expected);
    expect(await outcome(() => invitePerson(as[actor], person(role, unit)))).toBe(expected);
  });

  test('who is without an account is invited by whom all their rights come from', async () => {
    const invite = (actor: keyof typeof as, name: Name) =>
      outcome(() => inviteAgain(as[actor], { personId: people[name].id }));
    expect(await invite('at_district', 'waiting')).toBe('done');
    expect(await invite('at_district', 'waiting_mixed')).toBe('forbidden');
    expect(await invite('officer', 'waiting')).toBe('missing');
    expect(await invite('above', 'waiting_mixed')).toBe('done');
  });
});

describe('the pages', () => {
  test('name nobody from elsewhere, and of who serves elsewhere too only what is inside', async () => {
    const ctx = as.at_district;
    const { people: listed } = await read(ctx, (db) => listPeople(db, ctx.scope, NOW, {}));
    const names = listed.map(({ username }) => username);
    expect(names).toEqual(expect.arrayContaining(['inside', 'mixed', 'commune_officer', 'district_officer']));
    for (const name of ['sibling', 'moved_away', 'provincial_officer', 'administrator', 'other_officer'])
      expect(names).not.toContain(name);
    const told = new Set(listed.flatMap(({ duties }) => duties.map(({ unit }) => unit)));
    expect([...told].sort()).toEqual(['Huyện Đông', 'Xã Đông Hai', 'Xã Đông Một']);
    const page = await read(ctx, (db) => personPage(db, ctx.scope, NOW, people.mixed.id));
    expect(page?.duties.map(({ unit }) => unit)).not.toContain('Xã Tây Một');
    expect(await read(ctx, (db) => personPage(db, ctx.scope, NOW, people.sibling.id))).toBeUndefined();
    const without = await read(ctx, (db) => listWithoutAccount(db, ctx.scope, NOW));
    expect(without.map(({ fullName }) => fullName)).not.toContain('waiting mixed');
    // An officer of the whole province administers one commune of it, and is shown that.
    const wide = await read(as.officer_too, (db) => listPeople(db, as.officer_too.scope, NOW, {}));
    expect(new Set(wide.people.flatMap(({ duties }) => duties.map(({ unit }) => unit)))).toEqual(
      new Set(['Xã Đông Một']),
    );
  });

  test('are nothing for who has no such duty', async () => {
    const { people: listed } = await read(as.officer, (db) => listPeople(db, as.officer.scope, NOW, {}));
    expect(listed).toEqual([]);
  });
});

describe('the wall of the database', () => {
  test('shows who administers people no record, and keeps accounts and duties from elsewhere', async () => {
    const ctx = as.at_district;
    const count = (table: string) =>
      read(ctx, (db) => rowsOf(db, sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`));
    for (const table of ['registration', 'initiative', 'initiative_version', 'draft'])
      expect([table, (await count(table))[0]?.n]).toEqual([table, 0]);
    const seen = await read(ctx, (db) =>
      rowsOf(
        db,
        sql<{ id: number }>`select distinct unit_id as id from appointment where person_id <> ${ctx.actor.id}`,
      ),
    );
    expect(seen.map(({ id }) => id).sort()).toEqual([units.district, units.commune, units.sibling].sort());
  });

  test.each([
    [
      'a duty that sees all',
      () =>
        sql`insert into appointment (person_id, role, unit_id, valid) values (${people.inside.id}, 'administrator', ${units.commune}, '[2026-01-01,)')`,
    ],
    [
      'a duty elsewhere',
      () =>
        sql`insert into appointment (person_id, role, unit_id, valid) values (${people.inside.id}, 'commune_officer', ${units.otherCommune}, '[2026-01-01,)')`,
    ],
    [
      'a duty of their own',
      () =>
        sql`insert into appointment (person_id, role, unit_id, valid) values (${people.at_district.id}, 'commune_officer', ${units.commune}, '[2026-01-01,)')`,
    ],
    [
      'a password of who sees more than they do',
      () => sql`update account set password_hash = 'x' where person_id = ${people.watcher.id}`,
    ],
    [
      'an invitation of who serves elsewhere too',
      () =>
        sql`insert into invitation (person_id, created_at, expires_at) values (${people.waiting_mixed.id}, now(), now())`,
    ],
  ])('lets nobody write %s', async (_what, statement) => {
    await expect(write(as.at_district, (tx) => statement().execute(tx))).rejects.toThrow(/row-level security/);
  });
});
