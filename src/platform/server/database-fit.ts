import pg from 'pg';

/**
 * One thing that must hold for this place to work; `run` returns null, or a sentence on what is wrong and what to do. What only
 * `warns` may be as it should be.
 */
export type Check = { name: string; warns?: boolean; run(client: pg.ClientBase): Promise<string | null> };

/** What a database must be before anything is written into it; asked as its owner. */
export const fitChecks: Check[] = [
  {
    name: 'version',
    async run(client) {
      const { number, text } = await oneRow(
        client,
        `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
      );
      return number >= 160000 ? null : `PostgreSQL ${text} is too old: 16 or newer is needed.`;
    },
  },
  {
    name: 'encoding',
    async run(client) {
      const { encoding } = await oneRow(
        client,
        'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
      );
      return encoding === 'UTF8' ? null : `The database is in ${encoding}: make it anew with encoding UTF8.`;
    },
  },
  {
    name: 'letters',
    async run(client) {
      const { ctype } = await oneRow(
        client,
        'select datctype as ctype from pg_database where datname = current_database()',
      );
      if (ctype === 'C' || ctype === 'POSIX')
        return `lc_ctype is ${ctype}, which knows no letter with a mark: make the database anew with C.UTF-8.`;
      const { lowered } = await oneRow(client, `select lower('ĐƯỜNG') as lowered`);
      return lowered === 'đường'
        ? null
        : `lower('ĐƯỜNG') gives ${lowered}: make the database anew with lc_ctype C.UTF-8.`;
    },
  },
];

/** Throws the sentence of the first thing that a database is not. */
export async function refuseUnfit(client: pg.ClientBase): Promise<void> {
  for (const { run } of fitChecks) {
    const wrong = await run(client);
    if (wrong !== null) throw new Error(`This database cannot be used. ${wrong}`);
  }
}

/** Connects as the owner; throws one sentence on why not and where to look, without the password. */
export async function connectOwner(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 15_000 });
  // What breaks later is told by the statement under way.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new Error(whyNot(url, error as NodeJS.ErrnoException), { cause: error });
  }
}

function whyNot(url: string, { code, message }: NodeJS.ErrnoException): string {
  const place = `The database at ${(URL.canParse(url) && new URL(url).host) || 'DATABASE_URL'}`;
  if (code === '28P01' || code === '28000')
    return `${place} refuses this user or password (${message}): see those in DATABASE_URL.`;
  if (code === '3D000')
    return `${place} does not hold the one named in DATABASE_URL (${message}): make it first, or name another.`;
  return `${place} does not answer as a PostgreSQL should (${message}): see that it runs, and that DATABASE_URL names it.`;
}

// biome-ignore lint/suspicious/noExplicitAny: the caller names the columns in the statement itself
export async function oneRow(client: pg.ClientBase, sql: string): Promise<any> {
  return (await client.query(sql)).rows[0];
}
