import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { newOffice } from '../../../../../tests/support/office.ts';
import { chooseLanguage } from '../../account/server/actions-own.ts';
import type { AuditFilter } from '../schema.ts';
import { knownActs, listAuditEvents } from './queries.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
let person: Context;
beforeAll(async () => {
  office = await newOffice();
  await office.add('dao.dien', 'committee_member');
  person = await office.enter('dao.dien');
  for (let turn = 0; turn < 60; turn++) await chooseLanguage(person, { language: turn % 2 ? 'vi' : 'en' });
});
afterAll(() => office.database.close());

const listed = (ctx: Context, filter: AuditFilter = {}) => read(ctx, (db) => listAuditEvents(db, ctx.scope, filter));

test('what was done is listed newest first, fifty a page, each event once, for one query a page', async () => {
  const before = office.database.queries;
  const first = await listed(office.system);
  expect(office.database.queries - before).toBe(1);
  const second = await listed(office.system, { before: first.next });
  expect(second.next).toBeUndefined();
  const ids = [...first.events, ...second.events].map((event) => event.id);
  expect(first.events).toHaveLength(50);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  expect(first.events[0]).toMatchObject({
    act: 'account.choose_language',
    actorName: 'dao.dien',
    before: { language: 'en' },
    after: { language: 'vi' },
  });
  expect(second.events.at(-1)?.act).toBe('account.prepare_setup');
});

test('it is filtered by act and by person without marks', async () => {
  expect((await listed(office.system, { act: 'session.begin' })).events).toHaveLength(1);
  expect((await listed(office.system, { person: 'DAO.DIỀN' })).events).toHaveLength(50);
  expect((await listed(office.system, { person: 'nobody' })).events).toEqual([]);
  expect(await read(office.system, knownActs)).toContain('account.create_first');
});

test('who is neither administrator nor auditor sees their own acts at most', async () => {
  const { events } = await listed(person);
  expect(new Set(events.map((event) => event.actorName))).toEqual(new Set(['dao.dien']));
});
