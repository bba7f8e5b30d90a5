import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chooseLanguage } from '#modules/people/account/server/actions-own.ts';
import { sealAudit } from '#modules/people/audit/server/store.ts';
import { type Cast, openCast } from '../../tests/support/cast.ts';

let cast: Cast;
let folder: string;
beforeAll(async () => {
  cast = await openCast();
  folder = mkdtempSync(join(tmpdir(), 'kheo-audit-'));
  await cast.asOwner(`update person set full_name = '=1+1' where id = 1`);
  const ctx = cast.contextFor('auditor');
  const bad = { ...ctx, actor: { ...ctx.actor, name: '=HYPERLINK("x")' } };
  for (const language of ['en', 'vi', 'en'] as const) await chooseLanguage(bad, { language });
  await chooseLanguage(cast.contextFor('auditor', new Date('2026-04-01T08:00:00+07:00')), { language: 'vi' });
  // Other databases of the cluster may hold the horizon for a moment.
  await vi.waitFor(
    async () => {
      await sealAudit(ctx);
      expect(await cast.asOwner('select from audit_seal')).toHaveLength(4);
    },
    { timeout: 20_000 },
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cast?.close();
});

function kheo(...args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: cast.url };
  const all = [resolve(import.meta.dirname, 'main.ts'), 'audit', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', env });
  return { status, stdout, stderr: stderr.trim() };
}

test('events are handed over as lines of JSON, by which anyone can follow the chain', () => {
  const { status, stdout } = kheo('export', '--json');
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .reverse();
  expect([status, events.length]).toEqual([0, 4]);
  let link = Buffer.alloc(0);
  for (const [at, event] of events.entries()) {
    link = createHash('sha256').update(link).update(Buffer.from(event.digest, 'hex')).digest() as Buffer<ArrayBuffer>;
    expect([event.position, event.link]).toEqual([at + 1, link.toString('hex')]);
  }
  expect(events[0]).toMatchObject({ act: 'account.choose_language', after: { language: 'en' }, emptied: false });
});

test('and as a table in which no cell is a formula, between days, into a file of the owner’s own', () => {
  const file = join(folder, 'audit.csv');
  expect(kheo('export', '--to', '31/3/2026', '--out', file)).toEqual({ status: 0, stdout: '', stderr: '' });
  const lines = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
  expect(lines[1]).toContain('Ngôn ngữ: Tiếng Việt → Tiếng Anh');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(kheo('export', '--from', '2026-04-01').stdout.trim().split('\r\n')).toHaveLength(2);
});

test('what cannot be understood is refused in a sentence', () => {
  expect(kheo('export', '--from', 'mai')).toMatchObject({ status: 1, stdout: '' });
  expect(kheo('prove')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('audit verify') });
});

test('a whole chain is proved with exit code 0, a broken one named with 1', async () => {
  expect(kheo('verify')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^The audit is whole\. 4 events are sealed, 0 of them emptied; 0 wait .*\nThe last link, at position 4: [0-9a-f]{64}\n$/,
    ),
  });
  await cast.asOwner(`set session_replication_role = replica; update audit_event set act = 'x' where id = 2`);
  const { status, stdout } = kheo('verify', '--json');
  expect([status, JSON.parse(stdout)]).toEqual([
    1,
    expect.objectContaining({ sealed: 1, broken: { position: 2, eventId: 2, what: 'body_changed' } }),
  ]);
  expect(kheo('verify')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^The audit is broken at position 2, event 2: the event was changed .* 1 events are sealed/,
    ),
  });
});
