import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import { projectRoot } from './project-root.ts';

// The environment stays behind, but for where compiled scripts are kept: a child starts in half the time.
const { NODE_COMPILE_CACHE } = process.env;
const KEPT = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/**
 * What a script of this folder answers about some bytes, in a process of its own that is killed when it takes too long or too much;
 * null when it left without an answer. The script is given the bytes, or an open file by its descriptor, at its standard input and
 * writes its answer as `v8.serialize` does.
 */
export async function askedApart<T>(
  script: string,
  args: readonly string[],
  given: Uint8Array | number,
  { seconds, heapMb }: { seconds: number; heapMb: number },
): Promise<T | null> {
  // The path is taken from the project and not from this module, which may have been bundled.
  // Pipes and not messages: a message of some megabytes takes the time of its square.
  const path = join(projectRoot(), 'src/platform/server', script);
  // A small nursery costs it no time and spares 20 MB.
  const flags = [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=4', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, path, ...args], {
    stdio: [typeof given === 'number' ? given : 'pipe', 'pipe', 'ignore'],
    env: KEPT,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  const left = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
  child.stdin?.on('error', () => {}); // It may be gone before it has read everything; its leaving says so.
  child.stdin?.end(given);
  const [finished, said] = await Promise.all([left, buffer(child.stdout as Readable)]);
  return finished ? (deserialize(said) as T) : null;
}
