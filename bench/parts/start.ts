import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { ROOT } from '../../src/cli/build.ts';
import { freePort } from '../../src/platform/server/machine.ts';
import { answering, startSite, surroundings } from '../site.ts';
import { duration, type Line } from '../table.ts';

/** The first start in an empty folder, which makes the database and loads the demo. */
export async function firstStart(dataFolder: string, log: string): Promise<Line> {
  const site = await startSite({ KHEO_DATA: dataFolder }, log);
  await site.stop();
  return {
    what: 'first start: initdb, migrations, the demo loaded, first answer',
    speed: duration(site.began),
    checks: [['≤ 60 s', site.began <= 60_000]],
  };
}

/** `npm start` with the grown database, nobody else in it: from the key press to the first answer; the middle of three. */
export async function laterStart(dataFolder: string, log: string): Promise<Line> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) times.push(await npmStart(dataFolder, log));
  const ms = times.sort((a, b) => a - b)[1] as number;
  return { what: 'start with an existing database (npm start)', speed: duration(ms), checks: [['≤ 3 s', ms <= 3000]] };
}

async function npmStart(dataFolder: string, log: string): Promise<number> {
  const port = await freePort();
  const output = openSync(log, 'a');
  const began = performance.now();
  // A group of its own, so that it can be ended as Ctrl-C ends npm with all that it started.
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    env: surroundings({ PORT: String(port), KHEO_DATA: dataFolder }),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await answering(child, `http://127.0.0.1:${port}/`, log);
  const ms = performance.now() - began;
  const exit = once(child, 'exit');
  process.kill(-(child.pid as number), 'SIGINT');
  await exit;
  return ms;
}
