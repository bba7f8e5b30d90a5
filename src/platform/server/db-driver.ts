import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';
import { refuse } from '../refusal.ts';

/** How many statements a connection knows before it makes room for a new one: each is some 100 kB in its backend. */
const KNOWN = 150;

// A statement that a connection knows by a name is parsed, given its row security and mostly planned once, not at each call.
const known = new WeakMap<pg.ClientBase, Map<string, string>>();

function nameOf(client: pg.ClientBase, text: string): string {
  const names = known.get(client) ?? new Map<string, string>();
  known.set(client, names);
  const name = names.get(text) ?? `known_${names.size}`;
  names.set(text, name);
  return name;
}

/** U+0000, of all that a person may send, is nothing that PostgreSQL can hold, as text or within JSON: theirs to mend, not ours. */
function told(failure: { code?: string }): never {
  if (failure.code === '22021' || failure.code === '22P05') refuse('invalid', 'refusal.characters');
  throw failure;
}

/** Whether a connection knows so many statements that another should take its place. */
export const knowsEnough = (client: pg.ClientBase): boolean => (known.get(client)?.size ?? 0) >= KNOWN;

/**
 * Kysely over one connection whose transaction is already open: its scope was set in the message that opened it.
 * Transactions inside are refused, since a second one would lose that scope.
 */
export function singleConnectionDriver(client: pg.ClientBase, counted: () => void): Driver {
  const refused = () => Promise.reject(new Error('the transaction is already open'));
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      counted();
      const { sql: text, parameters } = query;
      const asked = { name: nameOf(client, text), text, values: parameters as unknown[] };
      const result = await client.query(asked).catch(told);
      const rows = result.rows as R[];
      return result.command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    // biome-ignore lint/correctness/useYield: streaming goes through cursors of its own, not through here
    async *streamQuery() {
      throw new Error('streaming is not offered here');
    },
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refused,
    commitTransaction: refused,
    rollbackTransaction: refused,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}
