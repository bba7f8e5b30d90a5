import type { Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { createServer } from 'node:net';
import { openDatabase } from '#platform/server/embedded.ts';
import { log } from '#platform/server/log.ts';
import { migrate } from '#platform/server/migrate.ts';
import { type Settings, settings, useDatabase } from '#platform/server/settings.ts';
import { serve } from '../server.js';
import { startWorker } from '../worker.ts';
import { buildIfChanged } from './build.ts';
import { closingAtSignals, untilEnded } from './closing.ts';
import { fillIfEmpty } from './fill-if-empty.ts';
import type { Run } from './run.ts';
import { takesNothing } from './usage.ts';

export const USAGE = './bin/kheo start';

/** Starts everything in order; ends it in the opposite order, at a signal or at the first failure. */
export const run: Run = async (args, io) => {
  takesNothing(USAGE, args);
  const wanted = settings();
  await refuseIfTaken(wanted);
  await buildIfChanged(io.say);

  let ready = false;
  let lost: Error | undefined;
  // Ended while still starting is not what was asked for; ended while serving is how serving ends.
  const closing = closingAtSignals(() => (ready && !lost ? 0 : 1));
  try {
    const onLost = (error: Error) => {
      lost = error;
      log('error', 'The database is gone; start again.', { error });
      process.kill(process.pid, 'SIGTERM');
    };
    const opening = openDatabase({ ...wanted, say: io.say, onLost });
    closing.add(async () => (await opening).close());
    const { url } = await opening;
    useDatabase(url);
    await migrate(url);
    const whoMaySignIn = await fillIfEmpty(url, wanted.demo, io.say);
    const web = await serve(wanted);
    closing.add(() => endOf(web));
    const worker = await startWorker(url);
    closing.add(worker.stop);
    ready = true;
    io.answer(['', `Khéo runs at ${address(wanted)}`, ...(await whoMaySignIn()), 'Ctrl-C stops it.'].join('\n'));
    flushCompileCache();
    return await untilEnded();
  } catch (error) {
    await closing.close();
    if (closing.asked()) return await untilEnded();
    throw cannotListen(error, wanted) ?? error;
  }
};

function address({ origin, host, port }: Settings): string {
  return origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/** Asked before anything is built or opened, so that the answer comes at once. */
function refuseIfTaken(wanted: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(cannotListen(error, wanted) ?? error));
    probe.listen(wanted.port, wanted.host, () => probe.close(() => resolve()));
  });
}

/** The sentence for a port or an address that is not to be had; nothing for any other failure. */
function cannotListen(error: unknown, { port, host }: Settings): Error | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    const next = port < 65535 ? port + 1 : 3000;
    return new Error(
      `Port ${port} on ${host} is taken, perhaps by a Khéo that already runs: open it, end it, or choose another: PORT=${next} npm start`,
    );
  }
  if (code === 'EACCES' && syscall === 'listen')
    return new Error(`This user may not listen on port ${port}: choose one from 1024 on: PORT=3000 npm start`);
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && (error as { hostname?: string }).hostname === host))
    return new Error(`HOST is ${host}, which is no address of this machine: leave it out, or set 0.0.0.0 for all.`);
  return undefined;
}

/** Lets requests under way finish for a moment; whoever still holds a line after that is cut off. */
function endOf(web: Server): Promise<void> {
  return new Promise((resolve) => {
    web.close(() => resolve());
    web.closeIdleConnections();
    setTimeout(() => web.closeAllConnections(), 2000).unref();
    // The pages' own pools and caches end at this event, which Kit names.
    process.emit('sveltekit:shutdown' as 'disconnect');
  });
}
