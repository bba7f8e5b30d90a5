import autocannon, { type Request } from 'autocannon';
import { backendsOf, watchCpu } from './cpu.ts';
import { CONNECTIONS, untilIdle } from './sql.ts';

/** What is asked for under load: an address, or one request after the other. */
export interface Target {
  origin: string;
  headers?: Record<string, string>;
  /** A path, or what makes the next request. */
  ask: string | (() => Request);
  /** The only status that is a good answer. */
  status?: number;
  /** The server's process and its database, whose processor time is taken. */
  pid?: number;
  url?: string;
  /** How many ask at once. */
  connections?: number;
}

export interface Load {
  perSecond: number;
  /** Milliseconds of processor time of server and database for each answer: a busy neighbour changes it least. */
  cpu: number;
  p50: number;
  p97: number;
}

/** Puts a target under load; throws when any answer is not the one it should be, since a fast refusal is no speed. */
export async function load(target: Target, seconds: number): Promise<Load> {
  const { origin, ask, headers, status = 200, pid, url, connections = CONNECTIONS } = target;
  const pids = [...(pid ? [pid] : []), ...(url ? await backendsOf(url) : [])];
  const taken = watchCpu(pids);
  const { requests, latency, errors, statusCodeStats, duration } = await autocannon({
    url: typeof ask === 'string' ? origin + ask : origin,
    connections,
    duration: seconds,
    ...(headers && { headers }),
    ...(typeof ask !== 'string' && { requests: [{ setupRequest: (request) => ({ ...request, ...ask() }) }] }),
  });
  const others = Object.entries(statusCodeStats).filter(([code]) => Number(code) !== status);
  if (errors > 0 || others.length > 0) {
    const answers = others.map(([code, { count }]) => `${code} × ${count}`).join(', ');
    throw new Error(`${origin}${typeof ask === 'string' ? ask : ''} answered ${answers}, ${errors} errors.`);
  }
  if (requests.total === 0) throw new Error(`${origin} gave no answer within ${seconds} s.`);
  const cpu = taken() / requests.total;
  return { perSecond: requests.total / duration, cpu, p50: latency.p50, p97: latency.p97_5 };
}

/** Seconds that a target is asked before it is measured, also by a quick run: code that is run often is compiled by then. */
const WARMING = 3;

/**
 * The better of two rounds of each target, taken in turn, so that a neighbour's moment of work spoils neither alone; after a
 * round that is not counted, since a new connection of PostgreSQL knows no tables yet and new code is not compiled.
 */
export async function compared(url: string, targets: readonly Target[], seconds: number): Promise<Load[]> {
  const found: Load[][] = targets.map(() => []);
  for (let round = 0; round < 3; round++)
    for (const [at, target] of targets.entries()) {
      await untilIdle(url);
      const each = await load({ ...target, url }, round > 0 ? seconds : Math.max(seconds, WARMING));
      if (round > 0) found[at]?.push(each);
    }
  await untilIdle(url);
  return found.map((loads) => loads.reduce((best, each) => (each.perSecond > best.perSecond ? each : best)));
}
