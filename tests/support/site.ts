import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '../../src/platform/server/machine.ts';
import { type TestDatabase, testDatabase } from './database.ts';

const KHEO = resolve(import.meta.dirname, '../../bin/kheo');

export type Site = {
  /** Scheme, host and port, without a slash at the end. */
  origin: string;
  databaseUrl: string;
  process: ChildProcess;
  /** Everything that the process has said so far. */
  said(): string;
  /** Stops the process as Ctrl-C would and drops the database; returns the exit code. */
  stop(): Promise<number | null>;
};

/** Starts the built site as `kheo start` does, on a free port, on `database` or else on a clone of the template. */
export async function startSite(env: NodeJS.ProcessEnv = {}, database?: TestDatabase): Promise<Site> {
  const own = database ?? (await testDatabase());
  const port = await freePort();
  const child = spawn(KHEO, ['start'], {
    env: {
      ...clean(),
      KHEO_DEMO: '0',
      KHEO_DATA: '/nonexistent/data',
      DATABASE_URL: own.url,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  await saying(child, 'Khéo runs at', () => said);
  return {
    origin: `http://127.0.0.1:${port}`,
    databaseUrl: own.url,
    process: child,
    said: () => said,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = await ended;
      if (!database) await own.drop();
      return code;
    },
  };
}

/** Without what the tests' own surroundings would change: settings of a person, marks of npm. */
function clean(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(KHEO_|npm_|HOST$|ORIGIN$|NODE_ENV$|VITEST|VITE_)/.test(name),
  );
  return Object.fromEntries(entries);
}

function saying(child: ChildProcess, words: string, said: () => string): Promise<void> {
  return new Promise((done, failed) => {
    const end = () => failed(new Error(`The site ended before it ran:\n${said()}`));
    child.once('exit', end);
    child.stdout?.on('data', () => {
      if (!said().includes(words)) return;
      child.off('exit', end);
      done();
    });
  });
}
