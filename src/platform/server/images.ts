import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import { projectRoot } from './project-root.ts';

/** A picture drawn anew: its bytes carry nothing but the picture; sides in pixels. */
export interface CleanImage {
  bytes: Uint8Array;
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  /** A small JPEG of it. */
  preview: Uint8Array;
  /** Where the camera says that it stood, in degrees. */
  place: { latitude: number; longitude: number } | null;
}

export type ImageLimits = typeof LIMITS;
const LIMITS = {
  /** A telephone takes 12 to 50 million. */
  pixels: 60_000_000,
  /** The longer side of what is kept, and of its small picture. */
  side: 2560,
  preview: 480,
  seconds: 30,
};

// Unpacked, a picture takes a hundred megabytes and more: one at a time.
let last: Promise<unknown> = Promise.resolve();

/** A JPEG, PNG or WebP drawn anew in a process of its own, upright and no longer than 2560 pixels; null for what cannot be drawn. */
export function cleanImage(bytes: Uint8Array, limits: Partial<ImageLimits> = {}): Promise<CleanImage | null> {
  const mine = last.then(() => askChild(bytes, { ...LIMITS, ...limits }));
  last = mine.catch(() => {});
  return mine;
}

// The path is taken from the project and not from this module, which may have been bundled; the environment stays behind.
async function askChild(bytes: Uint8Array, limits: ImageLimits): Promise<CleanImage | null> {
  const script = join(projectRoot(), 'src/platform/server/images-child.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=200', script, JSON.stringify(limits)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: limits.seconds * 1000,
    killSignal: 'SIGKILL',
  });
  const left = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
  child.stdin.on('error', () => {}); // It may be gone before it has read everything; its leaving says so.
  child.stdin.end(bytes);
  const [finished, said] = await Promise.all([left, buffer(child.stdout)]);
  return finished ? (deserialize(said) as CleanImage | null) : null;
}
