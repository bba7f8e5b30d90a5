import { join } from 'node:path';
import { load } from '../load.ts';
import { memoryOf, watchMemory } from '../memory.ts';
import { startSite } from '../site.ts';
import { type Line, megabytes } from '../table.ts';
import { signIn, type World } from '../world.ts';
import { FIGURES_PAGE } from './reading.ts';

const QUIET_MS = 5_000;

/** What web and worker, one process, hold at rest after the start, and at most while pages of every kind are asked for. */
export async function memory({ url, folder, facts, options }: World): Promise<Line[]> {
  const site = await startSite({ DATABASE_URL: url }, join(folder, 'memory.log'));
  try {
    await new Promise((later) => setTimeout(later, QUIET_MS));
    const rest = memoryOf(site.pid);
    const headers = (await signIn(site.origin, ['tinh']))('tinh');
    const most = watchMemory(site.pid);
    const pages = [
      '/office',
      '/office/initiatives?cycle=all',
      `/office/initiatives/${facts.model}`,
      FIGURES_PAGE,
      '/office/initiatives/list.json?cycle=all',
    ];
    for (const ask of pages) await load({ origin: site.origin, ask, headers }, options.seconds);
    await load({ origin: site.origin, ask: '/' }, options.seconds);
    const loaded = most();
    return [
      {
        what: 'memory of web and worker',
        speed: `${megabytes(rest)} at rest, ${megabytes(loaded)} under load`,
        checks: [
          ['≤ 150 MB at rest', rest <= 150e6],
          ['≤ 250 MB under load', loaded <= 250e6],
        ],
      },
    ];
  } finally {
    await site.stop();
  }
}
