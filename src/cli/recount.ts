import pg from 'pg';
import { recount } from '#modules/initiatives/counters/server/store.ts';
import type { Run } from './run.ts';
import { onlyJson } from './usage.ts';
import { withDatabase } from './with-database.ts';

export const USAGE = './bin/kheo recount [--json]';

/** Makes every counter anew from the registrations, which nobody can write meanwhile, and says how many cells there are. */
export const run: Run = async (args, io) => {
  const json = onlyJson(USAGE, args);
  return await withDatabase(async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const cells = await recount(client);
      io.answer(json ? JSON.stringify({ cells }) : `Counted anew: ${cells} cells.`);
      return 0;
    } finally {
      await client.end();
    }
  }, io.say);
};
