import { openDatabase } from '#platform/server/embedded.ts';
import { migrate } from '#platform/server/migrate.ts';
import { settings, useDatabase } from '#platform/server/settings.ts';
import { startWorker } from '../worker.ts';
import { closingAtSignals, untilEnded } from './closing.ts';
import type { Run } from './run.ts';
import { takesNothing } from './usage.ts';

export const USAGE = './bin/kheo worker';

/** Runs a worker apart from the web, until it is told to stop. */
export const run: Run = async (args, io) => {
  takesNothing(USAGE, args);
  const closing = closingAtSignals(() => 0);
  try {
    const opening = openDatabase({ ...settings(), say: io.say });
    closing.add(async () => (await opening).close());
    const { url } = await opening;
    useDatabase(url);
    await migrate(url);
    const worker = await startWorker(url);
    closing.add(worker.stop);
    io.say('The worker runs. Ctrl-C stops it.');
    return await untilEnded();
  } catch (error) {
    await closing.close();
    if (closing.asked()) return await untilEnded();
    throw error;
  }
};
