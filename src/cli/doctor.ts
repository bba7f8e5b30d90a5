import pg from 'pg';
import { openDatabase } from '#platform/server/embedded.ts';
import { settings } from '#platform/server/settings.ts';
import { checks } from '../checks.ts';
import type { Io, Run } from './main.ts';

/** Says each check in a line; 1 if one fails, not if one warns. Changes nothing: what is not migrated is told, not done. */
export const run: Run = async (_args, io) => {
  const database = await openDatabase({ ...settings(), say: io.say });
  const client = new pg.Client({ connectionString: database.url });
  try {
    const { message } = await client.connect().then(
      () => ({ message: null }),
      (error: Error) => ({ message: `The database does not answer: ${error.message}.` }),
    );
    report(io, 'connection', message);
    if (message !== null) return 1;
    let failed = 0;
    for (const check of checks) {
      const wrong = await check.run(client).catch((error: Error) => `The check itself failed: ${error.message}.`);
      report(io, check.name, wrong, check.warns);
      if (wrong !== null && !check.warns) failed++;
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await client.end().catch(() => {});
    await database.close();
  }
};

function report(io: Io, name: string, wrong: string | null, warns = false): void {
  io.answer(wrong === null ? `ok      ${name}` : `${warns ? 'warning' : 'FAILED '} ${name}: ${wrong}`);
}
