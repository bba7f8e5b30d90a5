import { spawn } from 'node:child_process';
import { settings } from './settings.ts';

const SECONDS = 60;

/**
 * What the machine's own virus scanner says of a file: it is asked with the file at its standard input and answers by its exit code,
 * 0 = clean, 1 = not clean, as `clamdscan -` does. Without one, `KHEO_FILE_SCANNER`, every file is clean; one that fails is no pass.
 */
export async function scanned(
  bytes: Uint8Array,
  scanner: string | undefined = settings().fileScanner,
): Promise<'clean' | 'infected' | 'failed'> {
  if (scanner === undefined) return 'clean';
  const [command = '', ...args] = scanner.split(/\s+/);
  const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: SECONDS * 1000 });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
  if (code === 0) return 'clean';
  return code === 1 ? 'infected' : 'failed';
}
