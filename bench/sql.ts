import pg from 'pg';

/** How many ask at once, of whatever is measured. */
export const CONNECTIONS = 16;

/** A statement with what makes the values of its next run. */
interface Statement {
  name: string;
  text: string;
  values: () => unknown[];
}

/** How often a second a prepared statement runs over pg as the owner, on as many connections as the load has. */
export async function sqlRate(url: string, { name, text, values }: Statement, seconds: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => connected(url)));
  try {
    let runs = 0;
    const began = performance.now();
    const end = began + seconds * 1000;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          await client.query({ name, text, values: values() });
          runs++;
        }
      }),
    );
    return runs / ((performance.now() - began) / 1000);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Runs work on one connection as the owner. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connected(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Milliseconds that the database takes to tell a reader of the whole province that no text holds a word; the least of many. */
export async function nothingFound(url: string): Promise<number> {
  return onDatabase(url, async (client) => {
    await client.query(
      `set role kheo_app; select set_config('kheo.scope_units', (select array[id]::text from unit where nlevel(path_today) = 1), false)`,
    );
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 50; round++) {
      const began = performance.now();
      await client.query("select registration_hits('khongcogi', 1001)");
      least = Math.min(least, performance.now() - began);
    }
    return least;
  });
}

/** Waits, half a minute at most, until nobody works in the database: what was cut off at the end of a load still runs for a while. */
export async function untilIdle(url: string): Promise<void> {
  await onDatabase(url, async (client) => {
    for (let look = 0; look < 300; look++) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
      );
      if (!rowCount) return;
      await new Promise((later) => setTimeout(later, 100));
    }
  });
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
