import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';

/**
 * Kysely over one connection whose transaction is already open: its scope was set in the message that opened it.
 * Transactions inside are refused, since a second one would lose that scope.
 */
export function singleConnectionDriver(client: pg.ClientBase, counted: () => void): Driver {
  const refused = () => Promise.reject(new Error('the transaction is already open'));
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      counted();
      const result = await client.query(query.sql, query.parameters as unknown[]);
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
