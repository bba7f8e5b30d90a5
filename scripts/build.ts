// npm run build: the enhancement scripts, then the pages, then the digest of what they were made from.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, createBuilder } from 'vite';
import { BUILD_DIGEST, buildIsCurrent, ROOT, sourcesDigest } from '../src/cli/build.ts';
import { isRunning } from '../src/platform/server/machine.ts';

process.chdir(ROOT);
const lock = join(ROOT, '.svelte-kit/building');

await takeLock();
try {
  if (process.argv.includes('--force') || !buildIsCurrent()) await buildAll();
} finally {
  rmSync(lock, { force: true });
}
process.exit(0);

async function buildAll(): Promise<void> {
  // Taken first: what changes while we build makes the next start build again.
  const digest = sourcesDigest();
  rmSync(BUILD_DIGEST, { force: true });
  syncIfBare();
  await buildEnhancements();
  await (await createBuilder({ logLevel: 'warn' })).buildApp();
  writeFileSync(BUILD_DIGEST, digest);
}

/** Our tsconfig leans on one that Kit makes, which a bare clone lacks. */
function syncIfBare(): void {
  if (existsSync(join(ROOT, 'node_modules/$app/tsconfig.json'))) return;
  const kit = join(ROOT, 'node_modules/@sveltejs/kit/svelte-kit.js');
  const { status, stderr } = spawnSync(process.execPath, [kit, 'sync'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`svelte-kit sync failed:\n${stderr}`);
}

/** Each file of src/enhance becomes one plain script under /enhance/, which a page names by its address. */
async function buildEnhancements(): Promise<void> {
  const from = join(ROOT, 'src/enhance');
  const outDir = join(ROOT, 'static/enhance');
  rmSync(outDir, { recursive: true, force: true });
  if (!existsSync(from)) return;
  const names = readdirSync(from).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of names) {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        lib: { entry: join(from, name), formats: ['es'], fileName: () => name.replace(/\.ts$/, '.js') },
      },
    });
  }
}

/** Two builds at once would mix their files. */
async function takeLock(): Promise<void> {
  mkdirSync(join(ROOT, '.svelte-kit'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      // Read late, so that whoever is just making it has written its number.
      await wait(300);
      const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined;
      if (holder !== undefined && !isRunning(holder, 'build.ts')) rmSync(lock, { force: true });
    }
  }
}
