import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { migrate } from '#platform/server/migrate.ts';
import { type Chain, counted, openChain } from '../../../../../tests/support/audit.ts';
import { onServer, withDatabase } from '../../../../../tests/support/cluster.ts';
import { chooseLanguage } from '../../account/server/actions-own.ts';
import { anonymiseEvent } from './actions.ts';
import { auditChecks } from './queries-checks.ts';
import { verifyAudit } from './queries-verify.ts';

const REASON = 'Theo đơn đề nghị xóa dữ liệu.';

let chain: Chain;
let { cast, owner, acts, seal }: Chain = {} as Chain;
beforeEach(async () => {
  chain = await openChain();
  ({ cast, owner, acts, seal } = chain);
});
afterEach(() => chain?.close());

describe('nobody', () => {
  const changes = (table: string, column: string) => [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ];
  const all = [...changes('audit_event', 'act'), ...changes('audit_row', 'subject_id'), ...changes('audit_seal', 'at')];

  test.each(all)('of the application may %s', async (statement) => {
    await acts(1);
    await seal();
    await owner.query('set role kheo_app');
    await expect(owner.query(statement)).rejects.toThrow(/permission denied/);
  });

  test.each([
    `insert into audit_seal values (99, 1, now(), '1', '')`,
    `insert into audit_event (at, actor_name, act, request_id, digest) values (now(), '', '', '', '')`,
    `insert into audit_event (id, at, actor_name, act, request_id) overriding system value values (1, now(), '', '', '')`,
  ])('of the application says what the database says: %s', async (statement) => {
    await owner.query('set role kheo_app');
    await expect(owner.query(statement)).rejects.toThrow(/permission denied/);
  });

  test.each(all)('may by mistake, as the owner, %s', async (statement) => {
    await acts(1);
    await seal();
    await owner.query(`insert into audit_row values (1, 1)`);
    await expect(owner.query(statement)).rejects.toThrow(/only grows/);
  });

  test('empties a body without a record of it, or anything beside the body', async () => {
    await acts(2);
    await owner.query('set role kheo_app');
    await expect(owner.query('select empty_audit_event(1)')).rejects.toThrow(/only grows/);
    await owner.query('reset role');
    await anonymiseEvent(cast.contextFor('administrator'), { id: 1, reason: REASON });
    await expect(owner.query(`update audit_event set act = 'x' where id = 1`)).rejects.toThrow(/only grows/);
    await expect(owner.query(`update audit_event set after = '{"x": 1}' where id = 1`)).rejects.toThrow(/only grows/);
  });
});

test('the doctor says when events wait although others came an hour later', async () => {
  await acts(1);
  const check = auditChecks[1];
  expect(await check?.run(owner)).toBeNull();
  await chooseLanguage(cast.contextFor('auditor', new Date('2026-03-10T11:00:00+07:00')), { language: 'en' });
  expect(await check?.run(owner)).toMatch(/^1 events have waited/);
  await seal();
  expect(await check?.run(owner)).toBeNull();
});

test('what was written before there was a chain is in it after the migration', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-before-'));
  const own = join(import.meta.dirname, '../../../../../db/migrations');
  for (const name of readdirSync(own)) if (name < '0014') copyFileSync(join(own, name), join(folder, name));
  const database = `${new URL(cast.url).pathname.slice(1)}_old`;
  await owner.query(`create database ${database}`);
  const url = withDatabase(cast.url, database);
  try {
    await migrate(url, folder);
    await onServer(url, async (old) => {
      await old.query(`insert into audit_event (at, actor_name, act, request_id, after)
        select now(), 'Người ' || n, 'x.y', 'r', '{"a": 1.50}' from generate_series(1, 50) n`);
      await migrate(url);
      await vi.waitFor(async () => {
        await old.query('select seal_audit(now())');
        expect(counted(await verifyAudit(old))).toEqual({ sealed: 50, unsealed: 0, emptied: 0, broken: null });
      }, 20_000);
    });
  } finally {
    await owner.query(`drop database ${database} with (force)`);
    rmSync(folder, { recursive: true });
  }
});
