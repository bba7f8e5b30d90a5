import type pg from 'pg';
import { PgBoss } from 'pg-boss';

/**
 * Makes the tables of the jobs, or brings those of an earlier pg-boss up to date, and lets the application use them. Asked by
 * `migrate` as the database's owner, which holds its lock: pg-boss itself runs as the role that owns nothing.
 */
export async function installJobTables(client: pg.ClientBase): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) },
    supervise: false,
    schedule: false,
  });
  let failure: Error | undefined;
  boss.on('error', (error) => {
    failure ??= error;
  });
  await boss.start();
  await boss.stop({ graceful: false, close: false });
  if (failure) throw failure;
  await client.query(`grant usage on schema pgboss to kheo_app;
    grant select, insert, update, delete on all tables in schema pgboss to kheo_app;
    grant usage on all sequences in schema pgboss to kheo_app`);
}
