import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { PUBLIC, publicScope, scopeOf } from '#modules/people/scope/rules.ts';
import type { Context } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { tablesWithoutWall } from '#platform/server/health.ts';
import { actorOf, type Cast, NOW, openCast, PERSON_NAMES, type PersonName } from '../support/cast.ts';
import { onServer } from '../support/cluster.ts';
import { fillTheRest } from '../support/every-table.ts';
import { MAY_READ, type Reader, type Row, readerOf, STRANGER } from '../support/may-read.ts';
import { hideSecrets } from '../support/secrets.ts';

// For every person of the cast and every table: what row security shows is exactly what they may read.
const TABLES = Object.keys(MAY_READ).sort();
type Found = Record<string, { ctid: string; row: Row }[]>;
let cast: Cast;
let all: Found;
let bodies: ReadonlyMap<string, number[]>;

const EVERY = TABLES.map((name) => `select '${name}' as name, ctid::text, to_jsonb(t) as row from ${name} t`).join(
  ' union all ',
);
function byTable(rows: readonly { name: string; ctid: string; row: Row }[]): Found {
  const found: Found = Object.fromEntries(TABLES.map((name) => [name, []]));
  for (const { name, ctid, row } of rows) found[name]?.push({ ctid, row });
  return found;
}

beforeAll(async () => {
  cast = await openCast();
  bodies = await fillTheRest(cast, await hideSecrets(cast));
  all = byTable(await cast.asOwner<{ name: string; ctid: string; row: Row }>(EVERY));
}, 60_000);
afterAll(() => cast.close());

function contextOf(person: PersonName | null): Context {
  const common = { database: cast.database, now: NOW, requestId: 'test' };
  if (!person) return { ...common, actor: PUBLIC, scope: publicScope() };
  const actor = { ...actorOf(person), bodies: bodies.get(person) ?? [] };
  return { ...common, actor, scope: scopeOf(actor) };
}
const readerFor = (person: PersonName | null): Reader =>
  person ? readerOf(person, actorOf(person).id as number, bodies.get(person)) : STRANGER;

describe('every table', () => {
  test('is behind a wall, and has its line of who may read it', async () => {
    expect(await onServer(cast.url, tablesWithoutWall)).toEqual([]);
    const there = await cast.asOwner<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> 'schema_migration' order by 1`,
    );
    expect(there.map(({ name }) => name)).toEqual(TABLES);
  });

  test('without a policy is found out', async () => {
    await cast.asOwner('create table laid_bare (id integer); alter table laid_bare enable row level security');
    expect(await onServer(cast.url, tablesWithoutWall)).toEqual(['laid_bare']);
    await cast.asOwner('drop table laid_bare');
  });

  test('has rows in it that could leak, but for those that anyone may read', () => {
    const rows = (table: string) => (all[table] ?? []).map(({ row }) => row);
    const who = [STRANGER, ...PERSON_NAMES.map(readerFor)];
    const told = TABLES.map((table) => {
      const counts = who.map((each) => rows(table).filter((row) => MAY_READ[table]?.(each, row, rows)).length);
      return { table, most: Math.max(...counts), least: Math.min(...counts) };
    });
    expect(told.filter(({ most }) => most === 0).map(({ table }) => table)).toEqual([]);
    const same = told.filter(({ most, least }) => most === least).map(({ table }) => table);
    expect(same.filter((table) => !MAY_READ[table]?.(STRANGER, {}, rows))).toEqual([]);
  });
});

describe.each([null, ...PERSON_NAMES])('%s', (person) => {
  test('reads what they may of every table, and nothing else', async () => {
    const rows = (table: string) => (all[table] ?? []).map(({ row }) => row);
    const who = readerFor(person);
    const seen = byTable(
      await read(contextOf(person), (db) =>
        rowsOf(db, sql<{ name: string; ctid: string; row: Row }>`${sql.raw(EVERY)}`),
      ),
    );
    for (const table of TABLES) {
      const may = (all[table] ?? []).filter(({ row }) => MAY_READ[table]?.(who, row, rows));
      expect([table, seen[table]?.map(({ ctid }) => ctid).sort()]).toEqual([table, may.map(({ ctid }) => ctid).sort()]);
    }
  });

  test.skipIf(!person)('is shown by a list exactly the rows that they may read', async () => {
    const ctx = contextOf(person);
    const listed: number[] = [];
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await read(ctx, (db) => listRegistrations(db, ctx.scope, { ...(after && { after }) }));
      listed.push(...page.lines.map((line) => line.id));
      after = page.next ?? undefined;
    }
    const who = readerFor(person);
    const may = (all.registration ?? []).filter(
      ({ row }) => row.cycle_id === 2 && row.state !== 'annulled' && MAY_READ.registration?.(who, row, () => []),
    );
    expect(listed.sort((a, b) => a - b)).toEqual(may.map(({ row }) => row.id as number).sort((a, b) => a - b));
  });
});
