import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Context, Database, WriteDb } from './context.ts';
import { beforeClose, connect } from './db.ts';
import { log } from './log.ts';

/** A piece of work done later by the worker, as the system. When it recurs by itself stands in `src/schedule.ts`. */
export interface Job<D extends object> {
  readonly name: string;
  readonly run: (ctx: Context, data: D) => Promise<void>;
}

/** Names a job; the worker knows it once it stands in `src/schedule.ts`. */
export function job<D extends object>(name: string, run: Job<D>['run']): Job<D> {
  return { name, run };
}

const queues = new WeakMap<PgBoss, Set<string>>();
const senders = new WeakMap<Database, Promise<PgBoss>>();

function sender(database: Database): Promise<PgBoss> {
  let boss = senders.get(database);
  if (!boss) {
    // A connection of its own: whoever enqueues holds one of the pool's already, and when all the others wait for what that
    // transaction has locked, asking the pool for one more would wait for ever.
    const own = connect(database.url, 1);
    boss = openBoss(own, { supervise: false, schedule: false });
    senders.set(database, boss);
    beforeClose(database, async () => {
      await (await boss)?.stop({ graceful: false });
      await own.close();
    });
  }
  return boss;
}

/** pg-boss on the application's own role; its tables come with `migrate`. */
export async function openBoss(
  database: Database,
  options: { supervise: boolean; schedule: boolean },
): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => database.pool.query(text, values) },
    ...options,
    // The application's role owns no index.
    reindex: false,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', (error) => log('error', 'The queue of jobs met an error.', { error }));
  await boss.start();
  return boss;
}

/** Puts a job in the caller's transaction: rolled back, it was never there. */
export async function enqueue<D extends object>(tx: WriteDb, database: Database, what: Job<D>, data: D): Promise<void> {
  const boss = await sender(database);
  await queueFor(boss, what.name);
  const executeSql = async (text: string, values: unknown[] = []) => {
    const result = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
    return { rows: result.rows };
  };
  await boss.send(what.name, data, { db: { executeSql } });
}

/** A queue is there from the first job on, also before any worker has started. */
async function queueFor(boss: PgBoss, name: string): Promise<void> {
  const known = queues.get(boss) ?? new Set();
  queues.set(boss, known);
  if (known.has(name)) return;
  await boss.createQueue(name);
  known.add(name);
}
