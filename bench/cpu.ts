import { readFileSync } from 'node:fs';
import { onDatabase } from './sql.ts';

/** Milliseconds of processor time that some processes take from now until it is asked for; 0 where the system does not tell. */
export function watchCpu(pids: readonly number[]): () => number {
  const before = pids.map(timesOf);
  // One that has ended meanwhile has no time any more: it counts as nothing, not as less.
  return () => pids.reduce((sum, pid, at) => sum + Math.max(0, timesOf(pid) - (before[at] ?? 0)), 0);
}

/** The processes that PostgreSQL runs for the connections to this database. */
export function backendsOf(url: string): Promise<number[]> {
  return onDatabase(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    return rows.map((row) => row.pid);
  });
}

/** User and system time, which Linux tells in hundredths of a second; nothing of a process that has ended. */
function timesOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
