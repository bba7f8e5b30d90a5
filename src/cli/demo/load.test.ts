import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences } from '#modules/initiatives/counters/server/queries.ts';
import { initiativeRecord } from '#modules/initiatives/initiative/server/queries.ts';
import { publicScope, scopeOf, systemScope } from '#modules/people/scope/rules.ts';
import { type OpenSession, openSession, tokenHash } from '#modules/people/session/server/queries.ts';
import type { LibraryFilter } from '#modules/portal/library/schema.ts';
import { listPublished, publishedModel } from '#modules/portal/library/server/queries.ts';
import type { Actor, Context, Database, Scope } from '#platform/server/context.ts';
import { connect, read } from '#platform/server/db.ts';
import { verifyPassword } from '#platform/server/passwords.ts';
import { fold } from '#platform/vietnamese.ts';
import { onServer } from '../../../tests/support/cluster.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { DUTIES, workInHand } from '../../../tests/support/demo-work.ts';
import { asSystem, rowsAt } from '../../../tests/support/whole.ts';
import { dutiesOf } from '../../duties.ts';
import { KNOWN_PASSWORD, type Member } from './accounts.ts';
import { type DemoSummary, loadDemo } from './load.ts';
import { theProvince } from './province.ts';
import { demoFacts } from './state.ts';

const NOW = new Date('2026-11-25T09:00:00+07:00');

let own: TestDatabase;
let database: Database;
let summary: DemoSummary;
const told: [line: string, share: number][] = [];
beforeAll(async () => {
  own = await testDatabase();
  summary = await loadDemo(own.url, (line, share) => told.push([line, share]), { now: NOW });
  database = connect(own.url, 2);
}, 120_000);
afterAll(async () => {
  await database.close();
  await own.drop();
});

const rows = <R extends pg.QueryResultRow>(text: string) => rowsAt<R>(own.url, text);
const values = async (text: string) => (await rows(text)).map((row) => Object.values(row)[0]);

const contextOf = (actor: Actor, scope: Scope): Context => ({ database, actor, scope, now: NOW, requestId: 'x' });

/** A person of the demo as signing in today shows them. */
async function actorOf({ id }: Member): Promise<Actor> {
  const token = `token-${id}`;
  await onServer(own.url, async (server) => {
    await asSystem(server);
    await server.query(
      `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 day')`,
      [tokenHash(token), id, NOW],
    );
  });
  return ((await openSession(database, token, NOW)) as OpenSession).actor;
}

test('the counters give the figures of the article, at commune level and as distinct models', async () => {
  const counted = await rows(`
    select c.code, n.level, sum(n.registered)::integer as registered, sum(n.recognised)::integer as recognised
    from registration_count n join cycle c on c.id = n.cycle_id
    where c.year < 2020 and n.level in ('commune', 'any') group by 1, 2 order by 1, 2`);
  expect(counted).toEqual([
    { code: '2018', level: 'any', registered: 7337, recognised: 6120 },
    { code: '2018', level: 'commune', registered: 7337, recognised: 6120 },
    { code: '2019', level: 'any', registered: 7736, recognised: 6568 },
    { code: '2019', level: 'commune', registered: 7736, recognised: 6568 },
  ]);
  expect(Math.round((6568 / 7736) * 1000) / 10).toBe(84.9);
  const system = contextOf({ id: null, name: 'system', appointments: [] }, systemScope());
  expect(await read(system, differences)).toEqual([]);
});

test('the figures made public and the article are those of the rows', async () => {
  const [figure] = await rows(
    'select registered, recognised, previous_registered, previous_recognised from published_figure',
  );
  expect(figure).toEqual({ registered: 7736, recognised: 6568, previous_registered: 7337, previous_recognised: 6120 });
  const [article] = await rows<{ body: string; figure_id: number }>(
    'select body, figure_id, read_count from article where figure_id is not null',
  );
  expect(article).toMatchObject({ figure_id: 1, read_count: 829 });
  expect(article?.body).toContain('7.736 mô hình cấp cơ sở, tăng 399 mô hình so với năm 2018. Có 6.568');
  expect(article?.body).toContain('84,9%');
  const [links] = await values(
    'select count(distinct article_id) from article_initiative join initiative i on i.id = initiative_id where i.published_at is not null',
  );
  expect(links).toBe('5');
});

test('every commune, field, subject, level and state occurs', async () => {
  expect(
    await values(`select count(distinct unit_id)::integer from registration r join cycle c on c.id = r.cycle_id
    where r.level = 'commune' group by c.year order by c.year`),
  ).toEqual([144, 144, 48]);
  expect(
    await values('select distinct f.code from registration r join field f on f.id = r.field_id order by 1'),
  ).toEqual(['HTCT', 'KT', 'QPAN', 'VHXH']);
  expect(await values('select distinct subject || level from registration order by 1')).toHaveLength(6);
  const states =
    'accepted annulled deferred not_recognised proposed recalled recognised returned self_assessed submitted withdrawn';
  expect((await values('select distinct state from registration order by 1')).join(' ')).toBe(states);
  expect(await values('select distinct s.code from registration r join sector s on s.id = r.sector_id')).toHaveLength(
    11,
  );
});

test('each day has its units: two provinces of 300, then 298 communes with their districts, now 102 units and no district', async () => {
  const units = (day: string) =>
    values(`select count(*)::integer from units_on('${day}') group by level order by level`);
  expect([await units('2019-12-31'), await units('2025-06-30'), await units('2025-07-01')]).toEqual([
    [300, 26, 2],
    [298, 26, 2],
    [102, 1],
  ]);
  const named = (day: string) =>
    values(`select name from units_on('${day}') where code in ('30742', '91') order by code`);
  expect([await named('2019-12-31'), await named('2020-12-31'), await named('2026-11-25')]).toEqual([
    ['Phường Vĩnh Bảo', 'Tỉnh Kiên Giang'],
    ['Phường Vĩnh Thanh Vân', 'Tỉnh Kiên Giang'],
    ['Phường Rạch Giá', 'Tỉnh An Giang'],
  ]);
  expect(await rows('select resolution, counts from reorganisation order by id')).toMatchObject([
    { counts: { ended: 2, created: 1 } },
    { counts: { ended: 2, created: 1 } },
    { resolution: '1654/NQ-UBTVQH15', counts: { ended: 319, created: 96, renamed: 2 } },
  ]);
});

test('everybody goes on with the duty of their office at its successor, but for who still waits', async () => {
  const served = (day: string) =>
    values(`select s.username || ' ' || a.role || ' ' || n.name from appointment a join account s using (person_id)
      join unit_name n on n.unit_id = a.unit_id and n.valid @> '${day}'::date
      where a.valid @> '${day}'::date and s.username in ('dangky', 'huyen', 'tinh', 'xa', 'xa3') order by 1`);
  expect(await served('2025-06-30')).toEqual([
    'dangky registrant Xã Vĩnh Phú',
    'huyen district_officer Thành phố Phú Quốc',
    'tinh provincial_officer Tỉnh Kiên Giang',
    'xa commune_officer Xã Vĩnh Phú',
    'xa3 commune_officer Xã Phú Lợi',
  ]);
  expect(await served('2026-11-25')).toEqual([
    'dangky registrant Xã Vĩnh Điều',
    'huyen commune_officer Đặc khu Phú Quốc',
    'tinh committee_member Tỉnh An Giang',
    'tinh provincial_officer Tỉnh An Giang',
    'xa commune_officer Xã Vĩnh Điều',
  ]);
  const open = `select n.name from appointment_proposal p join unit_name n using (unit_id) where p.state = 'proposed'`;
  expect(await values(open)).toEqual(['Xã Giang Thành']);
});

test('facts, events and decisions of a registration agree', async () => {
  expect(
    await rows(`select r.id, r.state, e.state from registration r
    join lateral (select state, at from registration_event where registration_id = r.id order by id desc limit 1) e on true
    where e.state <> r.state or e.at <> r.state_since`),
  ).toEqual([]);
  expect(
    await rows(`select a.registration_id from registration_event a join registration_event b
    on b.registration_id = a.registration_id and b.id > a.id and b.at <= a.at`),
  ).toEqual([]);
  expect(await rows(`select id from registration_event where at > '${NOW.toISOString()}'`)).toEqual([]);
  expect(
    await rows(`select r.id from registration r join decision d on d.id = r.recognised_by
    where r.submitted_on > r.carried_out_on or r.carried_out_on > d.decided_on or d.cycle_id <> r.cycle_id or d.level <> r.level`),
  ).toEqual([]);
  expect(
    await rows(`select r.id from registration r join registration f on f.id = r.put_forward_from
    where f.recognised_by is null or f.initiative_id <> r.initiative_id or f.level >= r.level and f.level <> 'commune'`),
  ).toEqual([]);
  expect(
    await rows(`select id from registration where level <> 'commune' and put_forward_from is null
    and cycle_id in (select id from cycle where year < 2020)`),
  ).toEqual([]);
});

test('each account signs in with its password and finds the work of its duty', async () => {
  const [hash] = (await values(`select password_hash from account where username = 'xa'`)) as [string];
  expect(await verifyPassword(KNOWN_PASSWORD, hash)).toBe(true);
  expect(summary.accounts.map(({ username, role, password }) => [username, role, password])).toEqual(
    [
      ['quantri', 'administrator'],
      ['dangky', 'registrant'],
      ['xa', 'commune_officer'],
      ['huyen', 'commune_officer'],
      ['tinh', 'provincial_officer'],
      ['uyvien', 'committee_member'],
      ['hoi', 'sector_officer'],
      ['kiemsoat', 'auditor'],
      ['nhansu', 'people_administrator'],
    ].map((account) => [...account, KNOWN_PASSWORD]),
  );
  const kinds: Record<string, string[]> = {};
  for (const member of theProvince().people) {
    const actor = await actorOf(member);
    const duties = await dutiesOf(contextOf(actor, scopeOf(actor)));
    kinds[member.username] = [...new Set(duties.map((duty) => duty.kind))].sort();
  }
  const unread = Object.keys(kinds).filter((username) => kinds[username]?.includes('read_launch'));
  expect(unread.sort()).toEqual(['huyen-905', 'xa', 'xa2']);
  for (const [username, least] of Object.entries(DUTIES))
    expect([username, kinds[username]]).toEqual([username, expect.arrayContaining(least)]);
  // xa3: what was left open at the commune that ended, and nothing of its successor's.
  expect(kinds).toMatchObject({
    xa3: ['self_assess'],
    quantri: ['approve_appointments', 'follow_up'],
    kiemsoat: ['follow_up'],
  });
});

test('what the offices have in hand is as their forms would have left it', async () => {
  const { apart, back, opened, spread, ...found } = await workInHand(values, NOW);
  const requests = ['asked', 'asked', 'welcomed', 'declined'];
  expect(found).toEqual({ wrong: [], audiences: ['body', 'officers', 'readers'], requests, targets: 48 });
  expect([apart > 0, back > 0, opened > 10, spread > 3]).toEqual([true, true, true, true]);
});

test('a model of 2019 is at the unit of its time, and says where that lies today', async () => {
  const then = { unit: 'Phường Vĩnh Bảo', parent: 'Thành phố Rạch Giá', unitToday: { name: 'Phường Rạch Giá' } };
  const [{ id, code }] = (await rows(`select i.id, i.code from initiative i join unit_name n using (unit_id)
    where i.published_at is not null and n.name = 'Phường Vĩnh Bảo' order by i.id desc limit 1`)) as [
    { id: number; code: string },
  ];
  const system = contextOf({ id: null, name: 'system', appointments: [] }, systemScope());
  expect(await read(system, (db) => initiativeRecord(db, system, id))).toMatchObject(then);
  const visitor = contextOf({ id: null, name: 'public', appointments: [] }, publicScope());
  expect(await read(visitor, (db) => publishedModel(db, code, '2026-11-25'))).toMatchObject(then);
  const found = await read(visitor, (db) => listPublished(db, { q: 'Huyện U Minh Thượng' } as LibraryFilter));
  expect(new Set(found.lines.map((line) => line.parent))).toEqual(new Set(['Huyện U Minh Thượng']));
});

test('the public sees what is published, and of persons no name', async () => {
  const [seen] = await read(contextOf({ id: null, name: 'public', appointments: [] }, publicScope()), (db) =>
    db
      .selectFrom('initiative as i')
      .select((eb) => [eb.fn.countAll().as('all'), eb.fn.count('public_registrant').as('named')])
      .execute(),
  );
  const [collectives] =
    await values(`select count(distinct r.initiative_id)::integer from registration r join cycle c on c.id = r.cycle_id
    where c.year = 2019 and r.subject = 'collective' and r.recognised_by is not null`);
  expect(seen?.named).toBe(collectives);
  expect(Number(seen?.all)).toBeGreaterThan(Number(seen?.named));
  const texts = await rows<{ name: string; text: string }>(`
    select g.name, concat_ws(' ', v.name, v.reason, v.objectives, v.content, v.place, v.forces, v.resources, v.outputs, v.sustaining) as text
    from initiative_version v join initiative i on i.id = v.initiative_id join registrant g on g.id = i.registrant_id
    where i.subject = 'individual' and v.published_at is not null`);
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter(({ name, text }) => fold(text).includes(fold(name)))).toEqual([]);
});

test('recognised models go on living: looked at, measured, learnt from', async () => {
  const [kept, measured, learnt] = await values(`select count(*) from upkeep where '2026-11-25' - day between 0 and 365
    union all select count(*) from result union all select count(*) from adoption a join adoption b on b.initiative_id = a.parent_id`);
  expect([Number(kept) > 5000, Number(measured) > 300, Number(learnt) > 20]).toEqual([true, true, true]);
});

test('progress grows to the whole, and the load is in the audit', async () => {
  const shares = told.map(([, share]) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const events = await rows(
    `select act, actor_name, count(*)::integer from audit_event group by 1, 2 order by min(id)`,
  );
  const who = { actor_name: 'Ngô Chí Khoa' };
  expect(events).toEqual([
    { act: 'reorganisation.units', ...who, count: 3 },
    { act: 'reorganisation.apply', ...who, count: 3 },
    { act: 'appointment.decide_proposals', ...who, count: 2 },
    { act: 'body.create', ...who, count: 1 },
    { act: 'body.add_member', ...who, count: 5 },
    { act: 'body.add_regulation', ...who, count: 1 },
    { act: 'demo.load', actor_name: 'system', count: 1 },
  ]);
  expect(await values(`select (after->>'registrations')::integer from audit_event where act = 'demo.load'`)).toEqual([
    summary.registrations,
  ]);
  expect(await values('select count(*)::integer from audit_seal')).toEqual([16]);
});

test('a second load is refused; again without models leaves none, and ids go on', async () => {
  await expect(loadDemo(own.url)).rejects.toThrow('./bin/kheo demo --again');
  expect((await demoFacts(own.url)).state).toBe('present');
  const again = await loadDemo(own.url, () => {}, {
    again: true,
    withoutRegistrations: true,
    passwords: 'random',
    now: NOW,
  });
  expect(new Set(again.accounts.map(({ password }) => password)).size).toBe(9);
  expect(
    await values('select count(*)::integer from initiative union all select count(*)::integer from registration_count'),
  ).toEqual([0, 0]);
  expect(await values('select code from cycle order by year')).toEqual(['2018', '2019', '2026']);
  expect(await values('select count(*)::integer from article where figure_id is null')).toEqual([5]);
  const [{ id }] = (await rows(`insert into person (full_name) values ('Người mới') returning id`)) as [{ id: number }];
  expect(id).toBe(theProvince().people.length + 1);
  await expect(rows('delete from audit_event')).rejects.toThrow('only grows');
}, 60_000);
