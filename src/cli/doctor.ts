import type pg from 'pg';
import { connectOwner } from '#platform/server/database-fit.ts';
import { openDatabase } from '#platform/server/embedded.ts';
import { settings } from '#platform/server/settings.ts';
import { checks } from '../checks.ts';
import type { Run } from './run.ts';
import { onlyJson } from './usage.ts';

export const USAGE = './bin/kheo doctor [--json]';

/** The shape that scripts rely on: docs/operations.md. */
interface Found {
  check: string;
  outcome: 'ok' | 'warning' | 'failed';
  message: string | null;
}

/** Says each check in a line; 1 if one fails, not if one warns. Changes nothing: what is not migrated is told, not done. */
export const run: Run = async (args, io) => {
  const json = onlyJson(USAGE, args);
  const database = await openDatabase({ ...settings(), say: io.say });
  const found: Found[] = [];
  const tell = (check: string, message: string | null, warns = false) => {
    const outcome = message === null ? 'ok' : warns ? 'warning' : 'failed';
    found.push({ check, outcome, message });
    if (!json)
      io.answer(message === null ? `ok      ${check}` : `${warns ? 'warning' : 'FAILED '} ${check}: ${message}`);
  };
  try {
    await examine(database.url, tell);
  } finally {
    await database.close();
  }
  if (json) io.answer(JSON.stringify(found));
  return found.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
};

async function examine(
  url: string,
  tell: (check: string, message: string | null, warns?: boolean) => void,
): Promise<void> {
  let client: pg.Client;
  try {
    client = await connectOwner(url, 'kheo doctor');
  } catch (failure) {
    return tell('connection', (failure as Error).message);
  }
  tell('connection', null);
  try {
    for (const { name, run, warns } of checks)
      tell(name, await run(client).catch((error: Error) => `The check itself failed: ${error.message}.`), warns);
  } finally {
    await client.end().catch(() => {});
  }
}
