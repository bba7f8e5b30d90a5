import { openDatabase } from '#platform/server/embedded.ts';
import { migrate } from '#platform/server/migrate.ts';
import { settings, useDatabase } from '#platform/server/settings.ts';

/**
 * Runs `work` on the database of this place: the one in DATABASE_URL, the running server's, or the embedded one opened
 * for the moment; brought up to date first. `url` connects as the owner; the settings name it from then on.
 */
export async function withDatabase<T>(
  work: (url: string) => Promise<T>,
  say: (line: string) => void = () => {},
): Promise<T> {
  const { databaseUrl, dataFolder } = settings();
  const database = await openDatabase({ databaseUrl, dataFolder, say });
  // A command cut short leaves as one that ends: if it was the last, it stops the database.
  const cutShort = (signal: NodeJS.Signals) => {
    void database.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', cutShort).once('SIGTERM', cutShort);
  try {
    useDatabase(database.url);
    await migrate(database.url);
    return await work(database.url);
  } finally {
    await database.close();
    process.off('SIGINT', cutShort).off('SIGTERM', cutShort);
  }
}
