import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Chain, counted, openChain } from '../../../../../tests/support/audit.ts';
import type { Cast } from '../../../../../tests/support/cast.ts';
import { anonymiseEvent } from './actions.ts';
import { auditEvent } from './queries.ts';
import { auditChecks } from './queries-checks.ts';
import { type Break, verifyAudit } from './queries-verify.ts';
import { sealAudit } from './store.ts';

const REASON = 'Theo đơn đề nghị xóa dữ liệu.';

let chain: Chain;
let { cast, owner, acts, seal, tamper }: Chain = {} as Chain;
beforeEach(async () => {
  chain = await openChain();
  ({ cast, owner, acts, seal, tamper } = chain);
});
afterEach(() => chain?.close());

describe('the chain', () => {
  test('holds every event once, and says how many wait', async () => {
    await acts(5);
    expect(counted(await verifyAudit(owner))).toEqual({ sealed: 0, unsealed: 5, emptied: 0, broken: null });
    await seal();
    await acts(2);
    expect(counted(await verifyAudit(owner))).toEqual({ sealed: 5, unsealed: 2, emptied: 0, broken: null });
    await seal();
    const proof = await verifyAudit(owner);
    expect(counted(proof)).toEqual({ sealed: 7, unsealed: 0, emptied: 0, broken: null });
    expect(proof.head).toEqual({ position: 7, link: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('survives the taking out of a body, and says who did it and why', async () => {
    await acts(4);
    await seal();
    await anonymiseEvent(cast.contextFor('administrator'), { id: 2, reason: REASON });
    await seal();
    expect(counted(await verifyAudit(owner))).toEqual({ sealed: 5, unsealed: 0, emptied: 1, broken: null });
    const ctx = cast.contextFor('auditor');
    expect(await read(ctx, (db) => auditEvent(db, ctx.scope, 2))).toMatchObject({
      actorName: '',
      before: null,
      after: null,
      emptied: true,
      act: 'account.choose_language',
      emptiedBy: { actorName: 'administrator', reason: REASON },
    });
  });

  test('a body is taken out by an administrator, once, with a reason; the record of it stays', async () => {
    await acts(1);
    const empty = (person: Parameters<Cast['contextFor']>[0], id: number, reason = REASON) =>
      anonymiseEvent(cast.contextFor(person), { id, reason }).then(
        () => 'done',
        (failure) => failure.reason.code,
      );
    expect(await empty('auditor', 1)).toBe('audit.only_administrators');
    expect(await empty('commune_officer', 1)).toBe('audit.only_administrators');
    expect(await empty('sibling_officer', 1)).toBe('refusal.missing');
    expect(await empty('administrator', 1, 'vì thế')).toBe('form.invalid');
    expect(await empty('administrator', 1)).toBe('done');
    expect(await empty('administrator', 1)).toBe('audit.already_emptied');
    expect(await empty('administrator', 2)).toBe('audit.stays');
    expect((await owner.query('select from audit_event')).rowCount).toBe(2);
  });
});

describe('writers and the sealer', () => {
  test('events that commit out of the order of their numbers are sealed once, in the order of commit, and none is lost', async () => {
    const insert = `insert into audit_event (at, actor_name, act, request_id) values (now(), 'x', 'x.y', 'r') returning id`;
    const [slow, quick] = [await chain.connected(), await chain.connected()];
    await slow.query('begin');
    const first = (await slow.query(insert)).rows[0].id;
    const second = (await quick.query(insert)).rows[0].id;
    await sealAudit(cast.contextFor('administrator'));
    // The slow one began first and still runs: nothing of it or after it may be sealed yet.
    expect((await verifyAudit(owner)).sealed).toBe(0);
    await slow.query('commit');
    await Promise.all([slow.end(), quick.end()]);
    await seal();
    const { rows } = await owner.query('select event_id from audit_seal order by position');
    expect(rows.map((row) => row.event_id)).toEqual([first, second]);
  });

  test('many at once', async () => {
    let writing = true;
    const sealing = (async () => {
      while (writing)
        await Promise.all([sealAudit(cast.contextFor('administrator')), sealAudit(cast.contextFor('auditor'))]);
    })();
    await Promise.all(Array.from({ length: 6 }, () => acts(8)));
    writing = false;
    await sealing;
    await seal();
    expect(counted(await verifyAudit(owner))).toEqual({ sealed: 48, unsealed: 0, emptied: 0, broken: null });
    const { rows } = await owner.query(`select bool_and(s.event_id = e.event_id) as ordered from
      (select event_id, row_number() over (order by position) as n from audit_seal) s
      join (select id as event_id, row_number() over (order by xid, id) as n from audit_event) e using (n)`);
    expect(rows[0].ordered).toBe(true);
  });

  test('after a move to a server that counts transactions from a lower number, sealing goes on', async () => {
    await acts(3);
    await seal();
    await tamper(`update audit_seal set horizon = '9000000000'`);
    await tamper(`insert into audit_event (at, actor_name, act, request_id, xid, salt, body_digest, digest)
      select at, actor_name, act, request_id, '8999999999', salt, body_digest, digest from audit_event where id = 3`);
    await tamper(
      `update audit_event set body_digest = audit_body_digest(salt, actor_name, before, after) where id = 4`,
    );
    await tamper(`update audit_event set digest = audit_digest(audit_event) where id = 4`);
    await acts(2);
    await seal();
    expect(counted(await verifyAudit(owner))).toEqual({ sealed: 6, unsealed: 0, emptied: 0, broken: null });
    await acts(1);
    await seal();
    expect((await verifyAudit(owner)).sealed).toBe(7);
  });
});

describe('whoever changes it past all rules', () => {
  const anew = 'body_digest = audit_body_digest(salt, actor_name, before, after)';
  const cases: [what: Break, position: number | null, eventId: number | null, ...statements: string[]][] = [
    ['body_changed', 3, 3, `update audit_event set after = '{"language": "fr"}' where id = 3`],
    ['body_changed', 3, 3, `update audit_event set actor_name = 'ai khác' where id = 3`],
    ['body_changed', 3, 3, `update audit_event set at = at - interval '1 day' where id = 3`],
    ['body_changed', 3, 3, `update audit_event set actor_id = 1, unit_id = 5 where id = 3`],
    ['body_changed', 3, 3, `update audit_event set salt = '\\x00' where id = 3`],
    [
      'body_changed',
      3,
      3,
      `update audit_event set actor_name = 'ai khác' where id = 3`,
      `update audit_event set ${anew} where id = 3`,
      `update audit_event set digest = audit_digest(audit_event) where id = 3`,
    ],
    [
      'emptied_unrecorded',
      3,
      3,
      `update audit_event set salt = null, before = null, after = null, actor_name = '' where id = 3`,
    ],
    ['body_changed', 3, 3, `update audit_event set salt = null where id = 3`],
    ['rows_changed', 3, 3, `insert into audit_row values (3, 77)`],
    ['event_missing', 3, 3, `delete from audit_event where id = 3`],
    ['link_changed', 3, 3, `update audit_seal set link = sha256('x') where position = 3`],
    ['seal_missing', 3, null, `delete from audit_seal where position = 3`],
    ['seal_missing', 1, null, `delete from audit_seal where position = 1`],
    [
      'link_changed',
      3,
      4,
      `update audit_seal set event_id = -3 where event_id = 3`,
      `update audit_seal set event_id = 3 where event_id = 4`,
      `update audit_seal set event_id = 4 where event_id = -3`,
    ],
    [
      'foreign_event',
      null,
      7,
      `insert into audit_event (at, actor_name, act, request_id, xid, salt, body_digest, digest)
        select at, 'kẻ lạ', act, request_id, xid, salt, body_digest, digest from audit_event where id = 2`,
    ],
    [
      'link_changed',
      4,
      6,
      `update audit_seal set position = position + 1000 where position >= 4`,
      `delete from audit_seal where event_id = 6`,
      `insert into audit_seal select 4, 6, at, horizon, sha256('x') from audit_seal where position = 1`,
      `update audit_seal set position = position - 999 where position > 1000`,
    ],
  ];
  test.each(cases.map(([what, position, eventId, ...statements], at) => ({ at, what, position, eventId, statements })))(
    'is named: $what ($at)',
    async ({ what, position, eventId, statements }) => {
      await acts(6);
      await seal();
      for (const statement of statements) await tamper(statement);
      const { broken, sealed } = await verifyAudit(owner);
      expect(broken).toEqual({ position, eventId, what });
      if (position) expect(sealed).toBe(position - 1);
      expect(await auditChecks[0]?.run(owner)).toMatch(/^The audit is broken at /);
    },
  );
});
