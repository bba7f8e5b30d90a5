import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/cli/build.ts';
import { freePort } from '../src/platform/server/machine.ts';

/** The clock of everything that is measured, so that two runs measure the same rows. */
export const NOW = '2026-03-10T09:00:00+07:00';
/** V8's limits, as bin/kheo sets them. */
const LIMITS = ['--max-semi-space-size=4', '--max-old-space-size=192'];

export interface Running {
  origin: string;
  pid: number;
  /** Milliseconds from the start to the first answer. */
  began: number;
  stop(): Promise<void>;
}

/** The surroundings of what is measured: nothing that a person has set for a place of their own. */
export function surroundings(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(KHEO_|npm_|PORT$|HOST$|ORIGIN$|NODE_ENV$|DATABASE_URL$)/.test(name),
  );
  return { ...Object.fromEntries(kept), KHEO_NOW: NOW, ...more };
}

/** Starts the product as a person does and waits for its first answer; what it says goes to `log`. */
export async function startSite(env: NodeJS.ProcessEnv, log: string): Promise<Running> {
  const port = await freePort();
  const output = openSync(log, 'a');
  const began = performance.now();
  const child = spawn(join(ROOT, 'bin/kheo'), ['start'], {
    env: surroundings({ PORT: String(port), ...env }),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  // What ends by itself says why in its log, which goes with the folder.
  child.once('exit', (code, signal) => {
    if (code === 0) return;
    const said = readFileSync(log, 'utf8').split('\n').slice(-12).join('\n');
    console.error(`The site ended by itself (${signal ?? code}):\n${said}`);
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(child, `${origin}/`, log);
  return { origin, pid: child.pid as number, began: performance.now() - began, stop: () => ended(child, 'SIGINT') };
}

/** Starts the thin server on the database at `url`. */
export async function startThin(url: string): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [...LIMITS, join(import.meta.dirname, 'thin.ts')], {
    env: surroundings({ DATABASE_URL: url }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(child.stdout, 'data');
  const origin = `http://127.0.0.1:${Number(port)}`;
  return { origin, pid: child.pid as number, began: performance.now() - began, stop: () => ended(child, 'SIGTERM') };
}

/** Waits until an address answers; throws when the process that should answer has ended. */
export async function answering(child: ChildProcess, url: string, log: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The site ended before it answered: see ${log}.`);
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((later) => setTimeout(later, 10));
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
