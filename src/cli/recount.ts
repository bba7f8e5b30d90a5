import pg from 'pg';
import { recount } from '#modules/initiatives/counters/server/store.ts';
import type { Run } from './main.ts';
import { withDatabase } from './with-database.ts';

/** Makes every counter anew from the registrations, which nobody can write meanwhile, and says how many cells there are. */
export const run: Run = (_args, io) =>
  withDatabase(async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      io.answer(`Counted anew: ${await recount(client)} cells.`);
      return 0;
    } finally {
      await client.end();
    }
  }, io.say);
