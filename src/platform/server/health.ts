import type pg from 'pg';
import { type Check, fitChecks, oneRow } from './database-fit.ts';
import { pendingMigrations, readMigrations } from './migrate.ts';

const EXTENSIONS = ['ltree', 'pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto'];

/** What holds for the database whatever the modules keep in it; asked as its owner. */
export const databaseChecks: Check[] = [
  ...fitChecks,
  {
    name: 'extensions',
    async run(client) {
      const { rows } = await client.query<{ extname: string }>('select extname from pg_extension');
      const present = new Set(rows.map((row) => row.extname));
      const absent = EXTENSIONS.filter((name) => !present.has(name));
      return absent.length === 0 ? null : `Missing: ${absent.join(', ')}. Install them, then run ./bin/kheo migrate.`;
    },
  },
  {
    name: 'trigrams',
    async run(client) {
      const { found } = await oneRow(client, `select cardinality(show_trgm('đường')) as found`);
      return found === 6
        ? null
        : `pg_trgm drops letters with a mark (${found} trigrams of 6): make the database anew with lc_ctype C.UTF-8.`;
    },
  },
  {
    name: 'migrations',
    async run(client) {
      const pending = await pendingMigrations(client, readMigrations());
      return pending.length === 0
        ? null
        : `Not applied: ${pending.map((each) => each.name).join(', ')}. Run ./bin/kheo migrate.`;
    },
  },
  {
    name: 'application role',
    async run(client) {
      const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; member: boolean }>(
        `select rolsuper, rolbypassrls, pg_has_role(current_user, oid, 'set') as member from pg_roles where rolname = 'kheo_app'`,
      );
      const role = rows[0];
      if (!role) return 'There is no role kheo_app. Run ./bin/kheo migrate.';
      if (role.rolsuper || role.rolbypassrls)
        return 'The role kheo_app may pass row security: take superuser and bypassrls from it.';
      if (!role.member) return 'The owner may not become kheo_app: grant kheo_app to it.';
      const { rows: owned } = await client.query<{ relname: string }>(
        `select relname from pg_class where relowner = 'kheo_app'::regrole and relnamespace <> all (array(select oid from pg_namespace where nspname like 'pg_%')) limit 5`,
      );
      return owned.length === 0
        ? null
        : `kheo_app owns ${owned.map((row) => row.relname).join(', ')}: give them to the database's owner.`;
    },
  },
  {
    name: 'row security',
    async run(client) {
      const open = await tablesWithoutWall(client);
      return open.length === 0 ? null : `Not behind row security (forced, with a policy): ${open.join(', ')}.`;
    },
  },
];

/** Our tables that row security does not guard; the list of migrations is the owner's alone. */
export async function tablesWithoutWall(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ relname: string }>(
    `select c.relname from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
     order by 1`,
  );
  return rows.map((row) => row.relname);
}
