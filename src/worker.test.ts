import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Cast, openCast } from '../tests/support/cast.ts';
import { asked, recurring } from './schedule.ts';
import { startWorker } from './worker.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const INSERT_PRESS = `insert into idempotency_key (actor_id, act, key, input_digest, at) values (1, 'x', $1, '', now() - $2::interval)`;

test('no two jobs share a name, and each recurring one has a time', () => {
  const names = [...asked, ...recurring.map((each) => each.job)].map((job) => job.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { at } of recurring) expect(at.split(' ')).toHaveLength(5);
});

test('a worker takes up its schedule as the application’s role, runs what is sent, and stops', async () => {
  await cast.asOwner(INSERT_PRESS, ['old', '31 days']);
  await cast.asOwner(INSERT_PRESS, ['young', '29 days']);
  const worker = await startWorker(cast.url);
  try {
    const schedules = await cast.asOwner<{ name: string; cron: string; timezone: string }>(
      'select name, cron, timezone from pgboss.schedule order by name',
    );
    expect(schedules).toEqual(
      recurring
        .map(({ at, job }) => ({ name: job.name, cron: at, timezone: 'Asia/Ho_Chi_Minh' }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    );
    await cast.asOwner(`insert into pgboss.job (name, data, policy) values ('idempotency.forget', '{}', 'short')`);
    await vi.waitFor(
      async () => expect(await cast.asOwner('select key from idempotency_key')).toEqual([{ key: 'young' }]),
      { timeout: 15_000, interval: 200 },
    );
  } finally {
    await worker.stop();
  }
});

test('a second start keeps one schedule, and forgets one that is no longer listed', async () => {
  await cast.asOwner(`insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
    retention_seconds, deletion_seconds, partition, table_name) select 'gone', policy, retry_limit, retry_delay, retry_backoff,
    expire_seconds, retention_seconds, deletion_seconds, partition, table_name from pgboss.queue where name = 'counters.fold'`);
  await cast.asOwner(`insert into pgboss.schedule (name, cron) values ('gone', '* * * * *')`);
  const worker = await startWorker(cast.url);
  await worker.stop();
  const names = await cast.asOwner<{ name: string }>('select name from pgboss.schedule order by name');
  expect(names.map((each) => each.name)).toEqual(recurring.map((each) => each.job.name).sort());
});
