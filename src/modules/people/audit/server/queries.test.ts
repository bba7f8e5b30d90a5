import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAudit } from '#platform/server/audit.ts';
import type { Context } from '#platform/server/context.ts';
import { read, write } from '#platform/server/db.ts';
import { type Cast, openCast, PERSON_NAMES, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { newOffice } from '../../../../../tests/support/office.ts';
import { type Hidden, hideSecrets } from '../../../../../tests/support/secrets.ts';
import { chooseLanguage } from '../../account/server/actions-own.ts';
import type { AuditFilter } from '../schema.ts';
import { type AuditEvent, knownActs, listAuditEvents } from './queries.ts';
import { exportedEvents } from './queries-export.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
let person: Context;
beforeAll(async () => {
  office = await newOffice();
  await office.add('dao.dien', 'committee_member');
  person = await office.enter('dao.dien');
  for (let turn = 0; turn < 40; turn++) await chooseLanguage(person, { language: turn % 2 ? 'vi' : 'en' });
});
afterAll(() => office.database.close());

const listed = (ctx: Context, filter: AuditFilter = {}) => read(ctx, (db) => listAuditEvents(db, ctx.scope, filter));

test('what was done is listed newest first, thirty a page, each event once, for one query a page', async () => {
  const before = office.database.queries;
  const first = await listed(office.system);
  expect(office.database.queries - before).toBe(1);
  const second = await listed(office.system, { before: first.next });
  expect(second.next).toBeUndefined();
  const ids = [...first.events, ...second.events].map((event) => event.id);
  expect(first.events).toHaveLength(30);
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
  expect((await listed(office.system, { person: 'DAO.DIỀN' })).events).toHaveLength(30);
  expect((await listed(office.system, { person: 'nobody' })).events).toEqual([]);
  expect(await read(office.system, knownActs)).toContain('account.create_first');
});

test('who is neither administrator nor auditor sees their own acts at most', async () => {
  const { events } = await listed(person);
  expect(new Set(events.map((event) => event.actorName))).toEqual(new Set(['dao.dien']));
});

describe('in the living province', () => {
  let cast: Cast;
  let hidden: Hidden;
  beforeAll(async () => {
    cast = await openCast();
    hidden = await hideSecrets(cast);
  });
  afterAll(() => cast?.close());
  const found = async (who: PersonName, filter: AuditFilter) => {
    const ctx = cast.contextFor(who);
    const events: AuditEvent[] = [];
    for await (const batch of exportedEvents(ctx, filter)) events.push(...batch);
    return events;
  };

  test('administrators and auditors see all, everybody else their own acts', async () => {
    const all = (await found('auditor', {})).length;
    expect(all).toBeGreaterThan(100);
    for (const who of PERSON_NAMES) {
      const events = await found(who, {});
      if (who === 'administrator' || who === 'auditor') expect(events).toHaveLength(all);
      else expect(events.filter((event) => event.actorId !== cast.contextFor(who).actor.id)).toEqual([]);
    }
  });

  test('a unit is searched with everything under it', async () => {
    const unitsOf = async (unit: number) => new Set((await found('auditor', { unit })).map((event) => event.unitId));
    expect(await unitsOf(units.sibling)).toEqual(new Set([units.sibling]));
    expect(await unitsOf(units.district)).toEqual(new Set([units.district, units.commune, units.sibling]));
    expect((await found('auditor', { unit: 999 })).length).toBe(0);
  });

  test('a record is searched by kind and number, with the acts on many that touched it', async () => {
    const { registrationId } = hidden.of.own.models.published;
    const acts = (await found('auditor', { records: [{ kind: 'registration', ids: [registrationId] }] })).map(
      (e) => e.act,
    );
    expect(acts).toEqual(
      expect.arrayContaining([
        'registration.submit',
        'registration.accept',
        'appraisal.give',
        'registration.recognise',
        'initiative.publish',
      ]),
    );
    const kinds = (await found('auditor', { records: [{ kind: 'decision', ids: [] }] })).map((e) => e.subjectKind);
    expect(new Set(kinds)).toEqual(new Set(['decision']));
    expect(await found('auditor', { records: [{ kind: 'initiative', ids: [registrationId] }] })).toEqual([]);
  });

  test('days are Vietnam’s, both included', async () => {
    await chooseLanguage(cast.contextFor('auditor', new Date('2026-03-14T23:59:59+07:00')), { language: 'en' });
    await chooseLanguage(cast.contextFor('auditor', new Date('2026-03-15T00:00:00+07:00')), { language: 'vi' });
    const on = async (from: string, to: string) => (await found('auditor', { from, to })).map((event) => event.after);
    expect(await on('2026-03-14', '2026-03-14')).toEqual([{ language: 'en' }]);
    expect(await on('2026-03-15', '2026-03-20')).toEqual([{ language: 'vi' }]);
    expect(await on('2026-03-14', '2026-03-15')).toHaveLength(2);
  });

  test('an export holds exactly the events of the pages, whatever the filter', async () => {
    for (const filter of [
      {},
      { unit: units.district },
      { act: 'registration.accept' },
      { person: 'commune officer' },
    ]) {
      const paged: number[] = [];
      for (let before: number | undefined; ; ) {
        const ctx = cast.contextFor('auditor');
        const { events, next } = await read(ctx, (db) => listAuditEvents(db, ctx.scope, { ...filter, before }));
        paged.push(...events.map((event) => event.id));
        if (!next) break;
        before = next;
      }
      expect((await found('auditor', filter)).map((event) => event.id)).toEqual(paged);
    }
  });

  test('secrets are masked by the name of their column, at any depth; the code of a thing is none', async () => {
    await write(cast.contextFor('administrator'), async (tx) => {
      const ctx = cast.contextFor('administrator');
      const secret = {
        password: 'a',
        nested: { tokenHash: 'b', session_token: 'c', oneTime: 'd' },
        name: 'e',
        code: 'f',
      };
      await recordAudit(tx, ctx, 'x.y', { subjectKind: 'account', before: secret });
      await recordAudit(tx, ctx, 'x.y', { subjectKind: 'unit', after: secret });
    });
    const [unit, account] = await found('auditor', { act: 'x.y' });
    const masked = { password: '•••', nested: { tokenHash: '•••', session_token: '•••', oneTime: '•••' }, name: 'e' };
    expect(account?.before).toEqual({ ...masked, code: '•••' });
    expect(unit?.after).toEqual({ ...masked, code: 'f' });
  });
});
