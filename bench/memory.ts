import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Bytes of memory that a process holds at this moment, its children included if asked; PostgreSQL is none of them. */
export function memoryOf(pid: number, withChildren = false): number {
  if (!withChildren) return residentOf(pid);
  const own = shareOf(pid) ?? residentOf(pid);
  const list = `/proc/${pid}/task/${pid}/children`;
  const children = childrenIn(list);
  return children.reduce((sum, child) => sum + memoryOf(child, true), own);
}

/** It may leave between two looks. */
function childrenIn(list: string): number[] {
  try {
    return readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** The most memory that a process holds from now on, looked at every 20 ms until it is asked for. */
export function watchMemory(pid: number, withChildren = false): () => number {
  let most = memoryOf(pid, withChildren);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid, withChildren));
  }, 20);
  return () => {
    clearInterval(timer);
    return Math.max(most, memoryOf(pid, withChildren));
  };
}

function residentOf(pid: number): number {
  try {
    if (existsSync('/proc/self/status'))
      return 1024 * Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    return 1024 * Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
  } catch {
    return 0; // It has just ended.
  }
}

/** What several processes hold together is shared out among them, so that a sum counts it once; Linux only. */
function shareOf(pid: number): number | undefined {
  try {
    return 1024 * Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
