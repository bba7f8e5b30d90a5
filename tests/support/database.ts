import { onServer, withDatabase } from './cluster.ts';

export type TestDatabase = {
  /** Connects as the owner, as `migrate` does. */
  url: string;
  drop(): Promise<void>;
};

let made = 0;

/** A fresh clone of the migrated template, for one test file or one test (about 30 ms). */
export async function testDatabase(): Promise<TestDatabase> {
  const template = process.env.KHEO_TEST_TEMPLATE;
  if (!template) throw new Error('Tests on the database run under vitest, whose global set-up starts the cluster.');
  // The run's number comes first, by which a later run sweeps what a killed one left; then the worker's and our own.
  const [, run] = new URL(template).pathname.split('_');
  const name = `test_${run}_${process.pid}_${made++}`;
  const server = withDatabase(template, 'postgres');
  await onServer(server, (client) =>
    client.query(`create database ${name} template ${new URL(template).pathname.slice(1)}`),
  );
  return {
    url: withDatabase(template, name),
    async drop() {
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
