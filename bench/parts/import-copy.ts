import type pg from 'pg';
import { copyIn, copyOut } from '../copy.ts';

const SHIFT = 100_000_000;

// The tables that an import writes, in the order of their references, with the columns that must differ in a copy.
const TABLES: [table: string, rows: string, changed: Record<string, string>][] = [
  [
    'registrant',
    `select distinct g.* from registrant g join made m on m.registrant_id = g.id`,
    { id: 'id', plain_name: `plain_name || ' bản sao'` },
  ],
  [
    'initiative',
    `select i.* from initiative i join made m on m.initiative_id = i.id`,
    { id: 'id', code: `code || 'b'` },
  ],
  [
    'initiative_version',
    `select v.* from initiative_version v join made m on m.version_id = v.id`,
    { id: 'id', initiative_id: 'id' },
  ],
  [
    'registration',
    `select r.* from registration r join made m on m.id = r.id`,
    { id: 'id', initiative_id: 'id', version_id: 'id', import_row_id: 'id' },
  ],
  [
    'registration_event',
    `select e.* from registration_event e join made m on m.id = e.registration_id`,
    { registration_id: 'id' },
  ],
  [
    'import_row',
    `select w.* from import_row w where batch_id = (select max(id) from import_batch)`,
    { id: 'id', registration_id: 'id' },
  ],
];

/**
 * Milliseconds that COPY takes for the rows of the latest import, once more under other ids, into the same tables with their
 * indexes, references and counters, as the owner and in one transaction, which is then rolled back.
 */
export async function copiedAgain(client: pg.Client): Promise<number> {
  await client.query(`create temp table made as
    select r.id, r.initiative_id, r.version_id, r.registrant_id from registration r join import_row w on w.id = r.import_row_id
    where w.batch_id = (select max(id) from import_batch)`);
  const taken: { into: string; pieces: Buffer[] }[] = [];
  for (const [table, rows, changed] of TABLES) {
    const names = await columnsOf(client, table);
    const values = names.map((name) => (changed[name] === 'id' ? `${name} + ${SHIFT}` : (changed[name] ?? name)));
    const { pieces } = await copyOut(client, `select ${values.join(', ')} from (${rows}) x`, true);
    taken.push({ into: `${table} (${names.join(', ')})`, pieces });
  }
  const began = performance.now();
  await client.query('begin');
  for (const { into, pieces } of taken) await copyIn(client, into, pieces);
  await client.query('set constraints all immediate');
  const ms = performance.now() - began;
  await client.query('rollback');
  return ms;
}

/** The columns of a table that may be given. */
async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity <> 'a' order by attnum`,
    [table],
  );
  return rows.map((row) => row.name);
}
