import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Place } from './embedded-place.ts';
import { freePort, isAlive, isRunning } from './machine.ts';

/** The superuser of an embedded cluster, who owns its databases. */
export const OWNER = 'kheo';

// macOS has no C.UTF-8; with a ctype of plain C, pg_trgm would drop every letter that bears a mark.
const CTYPE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
const INITDB = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  `--lc-ctype=${CTYPE}`,
];
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: "''",
  jit: 'off',
  max_connections: '200',
  random_page_cost: '1.1',
};
const WITHOUT_SYNC = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

const clusterOf = (place: Place) => join(place.home, 'cluster');

// Those of this process, which may open the same place twice at once.
const drafts = new Set<string>();

/** Makes the cluster if there is none: aside first, then renamed, so that a killed or doubled start leaves no half. */
export async function makeCluster(place: Place): Promise<void> {
  sweepDrafts(place);
  if (existsSync(place.home)) return;
  const draft = `${place.home}.new-${process.pid}-${drafts.size}`;
  drafts.add(basename(draft));
  const password = join(draft, 'password');
  for (const folder of [draft, join(draft, 'cluster')]) {
    mkdirSync(folder, { mode: 0o700 });
    own(folder, place);
  }
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  own(password, place);
  const flags = [
    '--pgdata',
    join(draft, 'cluster'),
    '--username',
    OWNER,
    '--pwfile',
    password,
    '--auth',
    'scram-sha-256',
    '--no-sync',
  ];
  try {
    await run(place, 'initdb', [...flags, '--lc-messages=C', ...INITDB], join(draft, 'log'));
    renameSync(draft, place.home);
  } catch (error) {
    const madeByAnother = existsSync(place.home);
    if (!madeByAnother) throw error;
    discard(draft);
  }
}

/** Starts the cluster on a free port of 127.0.0.1; throws with the log's last lines if it does not come up. */
export async function startCluster(place: Place, sync: boolean): Promise<void> {
  removeStalePid(place);
  const wished = { ...ALWAYS, ...(sync ? {} : WITHOUT_SYNC), port: String(await freePort()) };
  const options = Object.entries(wished).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(place.home, 'log');
  await run(
    place,
    'pg_ctl',
    ['start', '-w', '-t', '60', '-s', '-D', clusterOf(place), '-l', log, '-o', options.join(' ')],
    log,
  );
}

/** Stops the cluster, whoever is still connected; sync, so that it also serves a process that is about to end. */
export function stopCluster(place: Place): void {
  const flags = ['stop', '-w', '-t', '30', '-s', '-m', 'fast', '-D', clusterOf(place)];
  spawnSync(join(place.binaries, 'pg_ctl'), flags, { ...surroundings(place), stdio: 'ignore' });
}

/** The port of the running cluster, or undefined if none answers to its pid file. */
export function runningPort(place: Place): number | undefined {
  const [pid, , , port] = pidFile(place);
  return pid && port && isPostmaster(Number(pid), place) ? Number(port) : undefined;
}

/** The cluster's password, which only its owner and root can read. */
export function passwordOf(place: Place): string {
  return readFileSync(join(place.home, 'password'), 'utf8');
}

function pidFile(place: Place): string[] {
  const file = join(clusterOf(place), 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** After a crash the number in the pid file may belong to another program, and PostgreSQL would refuse to start. */
function removeStalePid(place: Place): void {
  const [pid] = pidFile(place);
  if (pid && !isPostmaster(Number(pid), place)) rmSync(join(clusterOf(place), 'postmaster.pid'), { force: true });
}

function isPostmaster(pid: number, place: Place): boolean {
  if (!isRunning(pid, 'postgres')) return false;
  // The number may have gone to the server of another place; a server works in the folder of its data.
  const folder = workingFolder(pid);
  return folder === undefined || folder === realpathSync(clusterOf(place));
}

/** Nothing where the system does not tell. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function sweepDrafts(place: Place): void {
  const prefix = `${basename(place.home)}.new-`;
  for (const name of readdirSync(dirname(place.home)).filter((each) => each.startsWith(prefix))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    const isInUse = pid === process.pid ? drafts.has(name) : isAlive(pid);
    if (!isInUse) discard(join(dirname(place.home), name));
  }
}

/** The initdb of a killed process may still be writing there: then the next start sweeps again. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

function own(path: string, place: Place): void {
  if (place.owner.uid !== undefined && place.owner.gid !== undefined) chownSync(path, place.owner.uid, place.owner.gid);
}

// A small environment: PG* variables and the application's secrets are no business of the database.
const surroundings = (place: Place) => ({
  ...place.owner,
  cwd: '/',
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
});

/** Output goes to a file, never to a pipe: PostgreSQL would inherit the pipe and keep us waiting for its end. */
async function run(place: Place, program: string, args: string[], log: string): Promise<void> {
  const before = existsSync(log) ? statSync(log).size : 0;
  const output = openSync(log, 'a', 0o600);
  own(log, place);
  const options = { ...surroundings(place), stdio: ['ignore', output, output] as ['ignore', number, number] };
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      spawn(join(place.binaries, program), args, options).once('error', reject).once('exit', resolve);
    });
    if (code === 0) return;
  } finally {
    closeSync(output);
  }
  throw new Error(`${program} failed: ${reasonIn(readFileSync(log).subarray(before).toString())}`);
}

/** What a program that failed said of it: its gravest lines, or else its last. */
function reasonIn(said: string): string {
  if (said.includes('No space left on device')) return 'the disk is full. Make room, then start again.';
  const lines = said.trim().split('\n');
  const grave = lines.filter((line) => /\b(FATAL|PANIC)\b|error:/.test(line));
  return (grave.length > 0 ? grave : lines).slice(-5).join(' | ');
}
