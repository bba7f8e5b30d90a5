import { openDatabase } from '../src/platform/server/embedded.ts';
import { load } from './load.ts';
import type { Options, Part } from './options.ts';
import { deadline } from './parts/deadline.ts';
import { exporting } from './parts/export.ts';
import { importing } from './parts/import.ts';
import { memory } from './parts/memory.ts';
import { portal } from './parts/portal.ts';
import { FIGURES_PAGE, figures, lists, measured, type Page, record, searches } from './parts/reading.ts';
import { reorganising } from './parts/reorganise.ts';
import { rights } from './parts/rights.ts';
import { submit } from './parts/submit.ts';
import { tree } from './parts/tree.ts';
import { type Running, startSite, startThin } from './site.ts';
import { nothingFound } from './sql.ts';
import type { Line } from './table.ts';
import { openWire, type Wire } from './wire.ts';
import { costOf, factsOf, signIn, type World } from './world.ts';

/** The world with the door at which statements are counted, and the site behind it. */
export interface Measuring extends World {
  behind: string;
  wire: Wire;
  /** How often a second the figures were answered before the demo was grown. */
  small: number | undefined;
}
type Given = Pick<Measuring, 'url' | 'folder' | 'log' | 'options' | 'small'>;

const ACCOUNTS = ['tinh', 'huyen', 'xa', 'hoi', 'quantri', 'dangky'];

/** Opens the cluster in a folder for as long as the work takes. */
export async function onCluster<T>(dataFolder: string, work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataFolder });
  try {
    return await work(database.url);
  } finally {
    await database.close();
  }
}

/** Starts the site, the thin server beside it, and a second site behind the wire, for as long as the work takes. */
export async function inWorld(given: Given, work: (world: Measuring) => Promise<void>): Promise<void> {
  const { url, log } = given;
  const wire = await openWire(url);
  const running: Running[] = [];
  const kept = async (start: Promise<Running>) => {
    const one = await start;
    running.push(one);
    return one;
  };
  try {
    const site = await kept(startSite({ DATABASE_URL: url }, log));
    const behind = await kept(startSite({ DATABASE_URL: wire.url }, log));
    const thin = await kept(startThin(url));
    const as = await signIn(site.origin, ACCOUNTS);
    await work({ ...given, site, thin, as, wire, behind: behind.origin, facts: await factsOf(url) });
  } finally {
    for (const one of running) await one.stop();
    wire.close();
  }
}

/** How often a second the demo as it comes answers its figures. */
export async function figuresOfDemo(url: string, log: string, { seconds }: Options): Promise<number> {
  const site = await startSite({ DATABASE_URL: url }, log);
  try {
    const headers = (await signIn(site.origin, ['tinh']))('tinh');
    const target = { origin: site.origin, ask: FIGURES_PAGE, headers };
    await load(target, seconds);
    return (await load(target, seconds)).perSecond;
  } finally {
    await site.stop();
  }
}

/** The lines of one part; the starts are measured apart, with nobody else in the database. */
export async function measurePart(part: Part, world: Measuring): Promise<Line[]> {
  const { facts, behind, wire } = world;
  switch (part) {
    case 'start':
      return [];
    case 'list':
      return pages(world, lists(facts));
    case 'record':
      return pages(world, record(facts));
    case 'figures':
      return sameAtBothSizes(await pages(world, figures(facts)), world.small);
    case 'search':
      return noSlowerWithoutMarks(world, await pages(world, searches(facts)));
    case 'rights':
      return rights(world, behind, wire);
    case 'portal':
      return portal(world, behind, wire);
    case 'submit':
      return submit(world, behind, wire);
    case 'deadline':
      return deadline(world);
    case 'export':
      return exporting(world);
    case 'import':
      return importing(world);
    case 'tree':
      return tree(world, behind, wire);
    case 'reorganise':
      return reorganising(world);
    case 'memory':
      return memory(world);
  }
}

type Rated = Line & { rate: number };

async function pages(world: Measuring, all: readonly Page[]): Promise<Rated[]> {
  const lines: Rated[] = [];
  for (const page of all) {
    const cost = await costOf(world.wire, world.behind + page.path, { headers: world.as(page.as) });
    if (cost.status === 404) console.error(`${page.path} is not there; left out.`);
    else lines.push(await measured(world, page, cost));
  }
  return lines;
}

function sameAtBothSizes(lines: Rated[], small: number | undefined): Line[] {
  const [first] = lines;
  if (!first || small === undefined) return lines;
  const share = first.rate / small;
  first.beside += `; the demo before it was grown ${Math.round(small)}/s (${share.toFixed(2)} ×)`;
  first.checks.push(['the same at both sizes ± 20 %', share >= 0.8]);
  return lines;
}

/** The lines of `searches`, in its order, with what they say of each other. */
async function noSlowerWithoutMarks(world: Measuring, lines: Rated[]): Promise<Line[]> {
  const [marked, plain, , none] = lines;
  if (!marked || !plain || !none) return lines;
  plain.checks.push(['within 1.2 × of with marks', plain.rate * 1.2 >= marked.rate]);
  const ms = await nothingFound(world.url);
  none.speed += `; the search alone ${ms.toFixed(1)} ms`;
  none.checks.push(['no hit ≤ 3 ms', ms <= 3]);
  return lines;
}
