import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import { projectRoot } from './project-root.ts';
import { LIMITS, type Sheet, SheetError, type SheetErrorCode, type SheetLimits } from './sheet.ts';

const HEAP_MB = 400;

/** Reads an .xlsx, .xls or text table in a process of its own that is killed when it takes too long or too much. Every cell is the text that a person sees. Throws SheetError. */
export async function readSheets(
  bytes: Uint8Array,
  fileName: string,
  limits?: Partial<SheetLimits>,
): Promise<{ sheets: Sheet[] }> {
  const bounds = { ...LIMITS, ...limits };
  if (bytes.byteLength === 0) throw new SheetError('empty');
  if (bytes.byteLength > bounds.bytes) throw new SheetError('too_large');
  const answer = await askChild(bytes, fileName, bounds);
  // It left without an answer: ended by the clock or by its own memory limit.
  if (answer === null) throw new SheetError('too_large');
  if ('error' in answer) throw new SheetError(answer.error);
  return answer;
}

type Answer = { sheets: Sheet[] } | { error: SheetErrorCode };

// The path is taken from the project and not from this module, which may have been bundled; the environment stays behind.
// Pipes and not messages: a message of some megabytes takes the time of its square.
async function askChild(bytes: Uint8Array, fileName: string, limits: SheetLimits): Promise<Answer | null> {
  const script = join(projectRoot(), 'src/platform/server/sheet-child.ts');
  const args = [
    `--max-old-space-size=${HEAP_MB}`,
    '--disable-warning=ExperimentalWarning',
    script,
    fileName.slice(-200),
  ];
  const child = spawn(process.execPath, [...args, JSON.stringify(limits)], {
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
  return finished ? (deserialize(said) as Answer) : null;
}
