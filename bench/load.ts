import autocannon, { type Request } from 'autocannon';
import { CONNECTIONS, untilIdle } from './sql.ts';

/** What is asked for under load: an address, or one request after the other. */
export interface Target {
  origin: string;
  headers?: Record<string, string>;
  /** A path, or what makes the next request. */
  ask: string | (() => Request);
  /** The only status that is a good answer. */
  status?: number;
}

export interface Load {
  perSecond: number;
  p50: number;
  p97: number;
}

/** Puts a target under load; throws when any answer is not the one it should be, since a fast refusal is no speed. */
export async function load(target: Target, seconds: number, connections = CONNECTIONS): Promise<Load> {
  const { origin, ask, headers, status = 200 } = target;
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
  return { perSecond: requests.total / duration, p50: latency.p50, p97: latency.p97_5 };
}

/** The better of two rounds of each target, taken in turn, so that a neighbour's moment of work spoils neither alone. */
export async function compared(url: string, targets: readonly (() => Promise<number>)[]): Promise<number[]> {
  const best = targets.map(() => 0);
  for (let round = 0; round < 2; round++)
    for (const [at, measure] of targets.entries()) {
      await untilIdle(url);
      best[at] = Math.max(best[at] ?? 0, await measure());
    }
  await untilIdle(url);
  return best;
}
