import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import pg from 'pg';
import { type Context, dayOf, type ReadDb, type WriteDb } from './context.ts';
import { knowsEnough, singleConnectionDriver } from './db-driver.ts';
import type { DB } from './db-types.ts';

/** One pool of connections that act as the role which owns nothing. `queries` counts statements for the budgets. */
export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  queries: number;
  close(): Promise<void>;
}

// int8, count(*), numeric and date reach us as number and as the text of a day, never as a local midnight.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

/** A pool on the owner's address that gives up the owner's rights at once. */
export function connect(url: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: '-c role=kheo_app',
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that the server ends (a restart) must not end the process: the next query opens another.
  pool.on('error', () => {});
  const closing: (() => Promise<void>)[] = [];
  const database: Database = {
    url,
    pool,
    queries: 0,
    async close() {
      for (const close of closing) await close();
      await pool.end();
    },
  };
  return Object.assign(database, { closing });
}

/** Runs `then` before the pool ends, for what leans on it. */
export function beforeClose(database: Database, then: () => Promise<void>): void {
  (database as Database & { closing: (() => Promise<void>)[] }).closing.unshift(then);
}

// Every statement of a transaction asks which units lie under its scope's: they are found once, when it opens, and for who
// serves over all of them not at all.
const UNDER = `select set_config('kheo.scope_everywhere', case when everywhere then 'on' else '' end, true),
  set_config('kheo.scope_under', case when everywhere then '' else units_under_scope()::text end, true)
  from (select scope_covers_all() as everywhere offset 0) found`;
const NOTHING_UNDER = `select set_config('kheo.scope_under', '{}', true)`;

function opening(mode: 'read only' | 'read write', { scope, now }: Context): string {
  const flag = (on: boolean) => (on ? 'on' : 'off');
  const ids = (list: readonly number[]) => `{${list.map(Number).join(',')}}`;
  const pairs = (list: readonly string[]) => `{${list.map((pair) => pair.replace(/[^\d.]/g, '')).join(',')}}`;
  const values: [string, string][] = [
    ['kheo.scope_all', flag(scope.all)],
    ['kheo.scope_public', flag(scope.public)],
    ['kheo.scope_person', scope.person === null ? '' : String(Number(scope.person))],
    ['kheo.scope_units', ids(scope.units)],
    ['kheo.scope_without', pairs(scope.without)],
    ['kheo.scope_kept', ids(scope.kept)],
    ['kheo.scope_sectors', pairs(scope.sectors)],
    ['kheo.scope_sectors_without', pairs(scope.sectorsWithout)],
    ['kheo.scope_sectors_kept', pairs(scope.sectorsKept)],
    ['kheo.scope_bodies', ids(scope.bodies)],
    ['kheo.scope_administered', ids(scope.administered)],
    ['kheo.scope_administered_without', pairs(scope.administeredWithout)],
    ['kheo.today', dayOf(now)],
    ['kheo.scope_registrants', ids(scope.registrants)],
  ];
  const settings = values.map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`).join(', ');
  return `begin ${mode}; select ${settings}; ${scope.units.length > 0 ? UNDER : NOTHING_UNDER}`;
}

const RETRIED = new Set(['40001', '40P01']);

async function transaction<T>(
  ctx: Context,
  mode: 'read only' | 'read write',
  work: (db: WriteDb) => Promise<T>,
  keep: (failure: unknown) => boolean,
): Promise<T> {
  const client = await ctx.database.pool.connect();
  let broken = false;
  const kysely = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => singleConnectionDriver(client, () => ctx.database.queries++),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  try {
    await client.query(opening(mode, ctx));
    const result = await work(kysely);
    await client.query('commit');
    return result;
  } catch (failure) {
    try {
      await client.query(keep(failure) ? 'commit' : 'rollback');
    } catch {
      broken = true;
    }
    throw failure;
  } finally {
    client.release(broken || knowsEnough(client));
  }
}

/** One read-only transaction within the context's scope; queries see one moment's scope and nothing outside it. */
export function read<T>(ctx: Context, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction(
    ctx,
    'read only',
    (db) => work(db as unknown as ReadDb),
    () => false,
  );
}

/**
 * One writing transaction within the context's scope. Deadlocks and serialisation failures are tried again, twice.
 * Only `action()` and the exceptions named in docs/architecture.md call it.
 */
export async function write<T>(
  ctx: Context,
  work: (db: WriteDb) => Promise<T>,
  keep: (failure: unknown) => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(ctx, 'read write', work, keep);
    } catch (failure) {
      const code = (failure as { code?: string }).code ?? '';
      if (attempt === 3 || !RETRIED.has(code)) throw failure;
    }
  }
}

/** The rows of a raw statement, typed by the caller. */
export async function rowsOf<T>(db: ReadDb, query: RawBuilder<T>): Promise<T[]> {
  const { rows } = await query.execute(db as unknown as WriteDb);
  return rows;
}

let shared: Database | undefined;

/** The process's one pool, on the address that the launcher or the operator has set. */
export function theDatabase(): Database {
  const url = process.env.DATABASE_URL;
  if (!shared && !url) throw new Error('DATABASE_URL is not set: start with `npm start` or `./bin/kheo`');
  shared ??= connect(url as string);
  return shared;
}

/** A writing transaction lent to a query: reading is part of writing. */
export function asRead(tx: WriteDb): ReadDb {
  return tx as unknown as ReadDb;
}
