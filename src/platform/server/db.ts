import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import pg from 'pg';
import { type Context, type Database, dayOf, type ReadDb, type WriteDb } from './context.ts';
import { copyOut } from './db-copy.ts';
import { knowsEnough, singleConnectionDriver } from './db-driver.ts';
import type { DB } from './db-types.ts';

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
    pipeline: true,
  });
  // A connection that the server ends (a restart) must not end the process, idle or at work: what is asked of it fails and is told,
  // and the next query opens another.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
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

const NOTHING = ['', 'off', '{}'];

/** What a transaction's scope says, as `open_scope` takes it: the settings' names, and what each is. What is not said is nothing. */
function settingsOf({ scope, now }: Context): [names: string[], values: string[]] {
  const flag = (on: boolean) => (on ? 'on' : 'off');
  const ids = (list: readonly number[]) => `{${list.map(Number).join(',')}}`;
  const pairs = (list: readonly string[]) => `{${list.map((pair) => pair.replace(/[^\d.]/g, '')).join(',')}}`;
  const settings = {
    scope_all: flag(scope.all),
    scope_public: flag(scope.public),
    scope_person: scope.person === null ? '' : String(Number(scope.person)),
    scope_units: ids(scope.units),
    scope_without: pairs(scope.without),
    scope_kept: ids(scope.kept),
    scope_sectors: pairs(scope.sectors),
    scope_sectors_without: pairs(scope.sectorsWithout),
    scope_sectors_kept: pairs(scope.sectorsKept),
    scope_bodies: ids(scope.bodies),
    scope_administered: ids(scope.administered),
    scope_administered_without: pairs(scope.administeredWithout),
    scope_registrants: ids(scope.registrants),
    today: dayOf(now),
  };
  const said = Object.entries(settings).filter(([, value]) => !NOTHING.includes(value));
  return [said.map(([name]) => name), said.map(([, value]) => value)];
}

/**
 * Opens a transaction within a scope. The connection sends what follows without waiting for this, so that it costs no way to the
 * database and back: where it fails, so does everything behind it, in a transaction that is broken or has seen nothing yet.
 */
function open(client: pg.ClientBase, mode: Mode, ctx: Context): Promise<unknown> {
  const begun = client.query(BEGINS[mode]);
  const scoped = client.query({ name: 'open_scope', text: 'select open_scope($1, $2)', values: settingsOf(ctx) });
  return Promise.all([begun, scoped]);
}

const BEGINS = {
  reads: 'begin read only',
  'reads by known plans': 'begin read only; set local plan_cache_mode = force_generic_plan',
  writes: 'begin read write',
};
type Mode = keyof typeof BEGINS;

const RETRIED = new Set(['40001', '40P01']);

async function transaction<T>(
  ctx: Context,
  mode: Mode,
  work: (db: WriteDb, client: pg.ClientBase) => Promise<T>,
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
    // Both are waited for: the work must be over before its connection serves another. What failed first says why.
    const [opened, worked] = await Promise.allSettled([open(client, mode, ctx), work(kysely, client)]);
    if (opened.status === 'rejected') throw opened.reason;
    if (worked.status === 'rejected') throw worked.reason;
    const result = worked.value;
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
    'reads',
    (db) => work(db as unknown as ReadDb),
    () => false,
  );
}

/**
 * The same for a long statement that is asked again and again and is planned alike whoever asks: a connection plans it once. Left to
 * itself PostgreSQL takes the plan of one set of values for cheaper, and then takes longer to plan it each time than to run it.
 */
export function readByKnownPlans<T>(ctx: Context, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction(
    ctx,
    'reads by known plans',
    (db) => work(db as unknown as ReadDb),
    () => false,
  );
}

/**
 * Gives the rows of a select within the context's scope as `copyOut` does: for so many rows that taking each of them apart would cost
 * more than reading them. COPY knows no parameters, so each value is written into the statement by `sql.lit`; another is refused.
 */
export function readCopied(ctx: Context, select: RawBuilder<unknown>, take: (rows: Uint8Array) => void): Promise<void> {
  return transaction(
    ctx,
    'reads',
    (db, client) => {
      const { sql: text, parameters } = select.compile(db);
      if (parameters.length > 0) throw new Error('COPY takes no parameters');
      ctx.database.queries++;
      return copyOut(client, text, take);
    },
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
      return await transaction(ctx, 'writes', work, keep);
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
