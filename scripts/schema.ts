// npm run schema: writes db/schema.sql and db-types.ts from a freshly migrated database; --check only compares.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../src/cli/build.ts';
import { migrate } from '../src/platform/server/migrate.ts';
import { onServer, openCluster, withDatabase } from '../tests/support/cluster.ts';
import { printSchema } from './schema-print.ts';

const files = await fromFreshDatabase(async (url) => ({
  'db/schema.sql': await onServer(url, printSchema),
  'src/platform/server/db-types.ts': generateTypes(url),
}));
const stale = Object.entries(files).filter(([name, text]) => current(name) !== text);

if (process.argv.includes('--check')) {
  for (const [name] of stale)
    console.error(`${name} differs from the migrations: run \`npm run schema\` and commit it.`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [name, text] of stale) {
  writeFileSync(join(ROOT, name), text);
  console.log(`${name} is written anew.`);
}

async function fromFreshDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const cluster = await openCluster();
  const name = `template_${process.pid}`;
  try {
    await onServer(cluster.url, (server) => server.query(`create database ${name}`));
    const url = withDatabase(cluster.url, name);
    await migrate(url);
    return await work(url);
  } finally {
    await onServer(cluster.url, (server) => server.query(`drop database if exists ${name} with (force)`));
    await cluster.close();
  }
}

/** The types as the pool's parsers deliver them: day as text, int8 and numeric as number, instant as Date. */
function generateTypes(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-types-'));
  const file = join(folder, 'types.ts');
  const flags = ['--dialect=postgres', '--date-parser=string', '--numeric-parser=number', '--default-schema=public'];
  const mapping = JSON.stringify({ int8: 'number' });
  const args = [
    ...flags,
    `--type-mapping=${mapping}`,
    '--include-pattern=public.*',
    '--exclude-pattern=*.schema_migration',
    `--out-file=${file}`,
    `--url=${url}`,
  ];
  try {
    const codegen = join(ROOT, 'node_modules/kysely-codegen/dist/cli/bin.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [codegen, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The types could not be made:\n${stdout}${stderr}`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function current(name: string): string {
  const path = join(ROOT, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
