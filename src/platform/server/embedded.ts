import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { makeCluster, OWNER, passwordOf, runningPort, startCluster, stopCluster } from './embedded-cluster.ts';
import { choosePlace, type Place } from './embedded-place.ts';

export type Database = {
  /** Connects as the owner. */
  url: string;
  /** Leaves the database; of the embedded one the last who leaves stops it. */
  close(): Promise<void>;
};

type Wish = {
  databaseUrl?: string | undefined;
  dataFolder: string;
  /** False gives up safety against power failure for speed: tests only. */
  sync?: boolean;
  say?: (line: string) => void;
  /** Called when the embedded database goes away by itself. */
  onLost?: (error: Error) => void;
};

const NAME = 'kheo';
const LOCK = 1;
const PATIENCE_MS = 60_000;
/** Starts that fail although nobody else has it running: more of them would fail alike. */
const VAIN_STARTS = 20;

/** Opens the database at `databaseUrl`, or the embedded one of `dataFolder`: made, started or joined as needed. */
export async function openDatabase(wish: Wish): Promise<Database> {
  if (wish.databaseUrl) return { url: wish.databaseUrl, close: async () => {} };
  const place = choosePlace(wish.dataFolder, wish.say ?? (() => {}));
  await makeCluster(place);
  const { member, port } = await join(place, wish.sync ?? true);
  await createDatabase(member);
  let leaving = false;
  member.once('error', (error) => {
    if (!leaving) wish.onLost?.(error);
  });
  return {
    url: urlOf(place, port, NAME),
    async close() {
      if (leaving) return;
      leaving = true;
      await leave(member, place);
    },
  };
}

/**
 * Every process holds a shared lock while it lives, and drops it by dying. Whoever can take the lock alone is the last
 * one and stops the cluster, which also works after others were killed.
 */
async function join(place: Place, sync: boolean): Promise<{ member: pg.Client; port: number }> {
  const deadline = Date.now() + PATIENCE_MS;
  let last: unknown;
  let vain = 0;
  for (let pause = 20; Date.now() < deadline && vain < VAIN_STARTS; pause = Math.min(pause * 1.5, 500)) {
    const port = runningPort(place);
    if (port === undefined) {
      // Another process may be starting it at this moment: then ours fails, and we look again.
      await startCluster(place, sync).catch((error) => {
        last = error;
        vain++;
      });
    } else {
      vain = 0;
      const member = await asMember(place, port).catch((error) => {
        last = error;
        return undefined;
      });
      if (member) return { member, port };
    }
    if (runningPort(place) === undefined || port !== undefined) await wait(pause);
  }
  throw new Error(`The database in ${place.home} does not start: ${last instanceof Error ? last.message : last}`);
}

async function asMember(place: Place, port: number): Promise<pg.Client> {
  const member = new pg.Client({
    connectionString: urlOf(place, port, 'postgres'),
    keepAlive: true,
    application_name: 'kheo member',
  });
  // The server may be stopping under us: that ends in a rejection below, not in an uncaught error.
  member.on('error', () => {});
  await member.connect();
  await member.query('select pg_advisory_lock_shared($1)', [LOCK]);
  return member;
}

async function leave(member: pg.Client, place: Place): Promise<void> {
  try {
    await member.query('select pg_advisory_unlock_shared($1)', [LOCK]);
    const { rows } = await member.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [LOCK]);
    if (rows[0]?.alone) stopCluster(place);
  } catch {
    // The database is gone already, which is what leaving may lead to anyhow.
  }
  await member.end().catch(() => {});
}

async function createDatabase(member: pg.Client): Promise<void> {
  const { rowCount } = await member.query('select from pg_database where datname = $1', [NAME]);
  if (rowCount) return;
  await member.query(`create database ${NAME}`).catch((error: { code?: string }) => {
    const madeByAnother = error.code === '42P04' || error.code === '23505';
    if (!madeByAnother) throw error;
  });
}

function urlOf(place: Place, port: number, database: string): string {
  return `postgres://${OWNER}:${passwordOf(place)}@127.0.0.1:${port}/${database}`;
}
