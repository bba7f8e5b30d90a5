import { expect, test } from 'vitest';
import { onServer } from '../../../tests/support/cluster.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { loadDemo } from './load.ts';
import { demoFacts } from './state.ts';

test('a place with other data is left alone', async () => {
  const other = await testDatabase();
  try {
    await onServer(other.url, (server) => server.query(`insert into person (full_name) values ('Người khác')`));
    await expect(loadDemo(other.url, () => {}, { again: true })).rejects.toThrow('nothing was loaded');
    expect((await demoFacts(other.url)).state).toBe('absent');
  } finally {
    await other.drop();
  }
});
