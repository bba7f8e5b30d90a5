import type pg from 'pg';
import type { Cast } from './cast.ts';
import { onServer } from './cluster.ts';

/** Ends whatever it may stand in, then tries what would run by itself. */
export const PAYLOAD = `"'></title></textarea></select></svg></dialog><img src=x onerror=window.__x=1><script>window.__x=1</script><svg onload=window.__x=1>`;
/** For what is held to a length. */
const SHORT = `"'><img src=x onerror=window.__x=1>`;

/** Text that is no text of a person: names that the program gives, secrets, addresses of its own. */
const NO_TEXT =
  /\.(username|\w*_hash|\w*_digest|register_key|code|slug|url|state|act|level|kind|subject|role|language|key|code_prefix|group_code|plain_\w+|subject_kind|request_id|mapping|counts)$|^(schema_migration|installation|idempotency_key|setup_code|unit_kind\w*)\./;

/** Every text within a document of JSON, but for what the program itself wrote there. */
const IN_JSON = `create or replace function pg_temp.poisoned(value jsonb, payload text) returns jsonb language sql as $$
  select case jsonb_typeof(value)
    when 'string' then to_jsonb(value #>> '{}' || payload)
    when 'array' then (select coalesce(jsonb_agg(pg_temp.poisoned(each, payload)), '[]') from jsonb_array_elements(value) each)
    when 'object' then (select coalesce(jsonb_object_agg(key,
        case when key in ('code', 'levels', 'subject', 'state') then each else pg_temp.poisoned(each, payload) end), '{}')
      from jsonb_each(value) as t (key, each))
    else value end $$`;

/** Puts the payload behind every text that somebody could have typed, past all rules; answers the columns that hold it now. */
export async function poison(cast: Cast): Promise<string[]> {
  return onServer(cast.url, async (server) => {
    await server.query(`select set_config('kheo.scope_all', 'on', false)`);
    // Audit and events only grow; for once they do not.
    await server.query('set session_replication_role = replica');
    await server.query(IN_JSON);
    const { rows } = await server.query<{ table: string; column: string; type: string }>(
      `select c.table_name as table, c.column_name as column, c.udt_name as type
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
          and c.udt_name in ('text', 'jsonb', '_text')`,
    );
    const texts = rows.filter(({ table, column }) => !NO_TEXT.test(`${table}.${column}`));
    const poisoned: string[] = [];
    for (const { table, column, type } of texts)
      if (await poisonColumn(server, table, column, type)) poisoned.push(`${table}.${column}`);
    return poisoned.sort();
  });
}

const VALUES: Record<string, (column: string) => string> = {
  text: (column) => `case when ${column} <> '' then ${column} || $1 else ${column} end`,
  jsonb: (column) => `pg_temp.poisoned(${column}, $1)`,
  _text: (column) => `array(select each || $1 from unnest(${column}) each)`,
};

/** Whether any row of the column holds the payload now; a check that allows a few words only keeps it out. */
async function poisonColumn(server: pg.Client, table: string, column: string, type: string): Promise<boolean> {
  const name = `"${column}"`;
  const statement = `update "${table}" set ${name} = ${VALUES[type]?.(name)} where ${name} is not null`;
  for (const payload of [PAYLOAD, SHORT]) {
    try {
      return ((await server.query(statement, [payload])).rowCount ?? 0) > 0;
    } catch (failure) {
      if ((failure as { code?: string }).code !== '23514') throw new Error(`${table}.${column}: ${failure}`);
    }
  }
  return false;
}
