import { openDatabase } from '#platform/server/embedded.ts';
import { migrate } from '#platform/server/migrate.ts';
import { settings } from '#platform/server/settings.ts';
import type { Run } from './run.ts';
import { onlyJson } from './usage.ts';

export const USAGE = './bin/kheo migrate [--json]';

/** Brings the database up to date and answers with the names of what was applied, one a line. */
export const run: Run = async (args, io) => {
  const json = onlyJson(USAGE, args);
  const database = await openDatabase({ ...settings(), say: io.say });
  try {
    const applied = await migrate(database.url);
    if (json) io.answer(JSON.stringify({ applied }));
    else io.answer(applied.length > 0 ? applied.join('\n') : 'The database is up to date.');
    return 0;
  } finally {
    await database.close();
  }
};
