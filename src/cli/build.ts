import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '#platform/server/project-root.ts';

/** The folder of the whole project. */
export const ROOT = projectRoot();

/** Where a finished build says from which sources it was made. */
export const BUILD_DIGEST = join(ROOT, 'build/.kheo-digest');

const SOURCES = ['src', 'static', 'scripts/build.ts', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** One digest over every file that the build reads, by name and content; tests and the build's own output left out. */
export function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder)) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether the build is that of the sources as they are. */
export function buildIsCurrent(): boolean {
  return existsSync(BUILD_DIGEST) && readFileSync(BUILD_DIGEST, 'utf8') === sourcesDigest();
}

/** Builds the pages if their sources changed, in a process of its own, so that its memory ends with it. */
export async function buildIfChanged(say: (line: string) => void): Promise<void> {
  if (buildIsCurrent()) return;
  say('Building the pages (a few seconds) …');
  const output: Buffer[] = [];
  const child = spawn(process.execPath, [join(ROOT, 'scripts/build.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done));
  process.off('exit', end);
  if (code !== 0) throw new Error(`The pages could not be built:\n${Buffer.concat(output).toString()}`);
}

function filesUnder(name: string): string[] {
  const path = join(ROOT, name);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !file.endsWith('.test.ts') && !file.startsWith(join(ROOT, 'static/enhance'))).sort();
}
