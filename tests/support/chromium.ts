import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const isRoot = process.getuid?.() === 0;

// Nothing that reaches for the network by itself; as root Chromium refuses to start within its sandbox.
const FLAGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches Chromium without a window: the one on the path or Playwright's own, installed if there is neither. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = find() ?? install();
  return await chromium.launch({ executablePath, args: FLAGS, headless: true });
}

function find(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, chromium.executablePath()].find(isExecutable);
}

function install(): string {
  console.error('Installing Chromium for the tests (a minute or so) …');
  if (isRoot && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const command = 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium';
    report(spawnSync('sh', ['-c', command], { env, encoding: 'utf8' }));
  } else {
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
    report(spawnSync(process.execPath, [cli, 'install', 'chromium'], { encoding: 'utf8' }));
  }
  const found = find();
  if (!found)
    throw new Error(`There is no Chromium and none could be installed: put one of ${NAMES.join(', ')} on the path.`);
  return found;
}

function report({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): void {
  if (status !== 0) console.error(`${stdout}${stderr}`.slice(-2000));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}
