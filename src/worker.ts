import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import type { Context, Database } from '#platform/server/context.ts';
import { connect } from '#platform/server/db.ts';
import { type Job, openBoss } from '#platform/server/jobs.ts';
import { log } from '#platform/server/log.ts';
import { settings } from '#platform/server/settings.ts';
import { asked, recurring } from './schedule.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
/** What came by itself is of no interest a day later; what someone asked for is kept for a month. */
const KEPT_SECONDS = { recurring: 86_400, asked: 30 * 86_400 };
/** Nobody waits for a nightly job; somebody may wait for one that was asked for. */
const POLL_SECONDS = { recurring: 5, asked: 1 };

/** Runs every module's jobs on the database at `url` until it is stopped; what runs then is let finish for ten seconds. */
export async function startWorker(url: string): Promise<{ stop(): Promise<void> }> {
  const database = connect(url, 4);
  let boss: PgBoss | undefined;
  try {
    boss = await openBoss(database, { supervise: true, schedule: true });
    for (const each of asked) await take(boss, database, each, 'asked');
    for (const each of recurring) {
      await take(boss, database, each.job, 'recurring');
      await boss.schedule(each.job.name, each.at, {}, { tz: ZONE });
    }
    await forgetSchedules(boss);
  } catch (failure) {
    await boss?.stop({ graceful: false, close: false });
    await database.close();
    throw failure;
  }
  const running = boss;
  return {
    async stop() {
      await running.stop({ graceful: true, timeout: 10_000, close: false });
      await database.close();
    },
  };
}

async function take(
  boss: PgBoss,
  database: Database,
  job: Job<object>,
  kind: keyof typeof KEPT_SECONDS,
): Promise<void> {
  const kept = { deleteAfterSeconds: KEPT_SECONDS[kind], retentionSeconds: KEPT_SECONDS[kind], retryBackoff: true };
  // Of a job that comes by itself one waiting is enough: after a night without a worker it comes once.
  await boss.createQueue(job.name, { ...kept, policy: kind === 'recurring' ? 'short' : 'standard' });
  await boss.updateQueue(job.name, kept);
  await boss.work<object>(job.name, { pollingIntervalSeconds: POLL_SECONDS[kind] }, async (batch) => {
    for (const { id, data } of batch) await perform(database, job, id, data);
  });
}

/** Calls the job as the system; a failure is logged here and told to the queue, which tries again. */
async function perform(database: Database, job: Job<object>, id: string, data: object): Promise<void> {
  const ctx = systemContext(database);
  const facts = { job: job.name, id, requestId: ctx.requestId };
  const started = Date.now();
  try {
    await job.run(ctx, data ?? {});
    log('debug', 'A job is done.', { ...facts, ms: Date.now() - started });
  } catch (error) {
    log('error', 'A job failed.', { ...facts, error });
    throw error;
  }
}

function systemContext(database: Database): Context {
  const now = settings().now ?? new Date();
  return { database, actor: SYSTEM, scope: systemScope(), now, requestId: randomUUID() };
}

/** A job that no longer stands in the schedule must not go on being sent. */
async function forgetSchedules(boss: PgBoss): Promise<void> {
  const known = new Set(recurring.map((each) => each.job.name));
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name);
}
