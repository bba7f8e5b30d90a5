import { sql } from 'kysely';
import type { Context } from '#platform/server/context.ts';
import { write } from '#platform/server/db.ts';
import { log } from '#platform/server/log.ts';

const BOTS = /bot|crawl|spider|slurp|preview|fetch|curl|wget|monitor|headless|lighthouse|archive|facebookexternalhit/i;
const FLUSH_MS = 10_000;
/** An article that is not there has no readings; this many different ones do not fit into ten seconds either. */
const MOST_WAITING = 1_000;
let waiting = new Map<string, number>();
let timer: NodeJS.Timeout | undefined;

/** Counts one reading of an article in memory; known bots do not read. Flushed every ten seconds by `ctx`'s database. */
export function countReading(slug: string, userAgent: string | null, ctx: Context): void {
  if (!userAgent || BOTS.test(userAgent)) return;
  if (waiting.size >= MOST_WAITING && !waiting.has(slug)) return;
  waiting.set(slug, (waiting.get(slug) ?? 0) + 1);
  timer ??= setTimeout(() => void flushReadings(ctx), FLUSH_MS).unref();
}

/** Adds what was counted to the articles: one of the named exceptions to "only actions write". What fails is counted again. */
export async function flushReadings(ctx: Context): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const counted = waiting;
  waiting = new Map();
  if (counted.size === 0) return;
  try {
    await write(ctx, async (tx) => {
      // In one order, so that two web processes never wait for each other.
      for (const [slug, reads] of [...counted].sort())
        await sql`select add_article_reads(${slug}, ${reads})`.execute(tx);
    });
  } catch (error) {
    for (const [slug, reads] of counted) waiting.set(slug, (waiting.get(slug) ?? 0) + reads);
    timer ??= setTimeout(() => void flushReadings(ctx), FLUSH_MS).unref();
    log('warn', 'readings could not be written yet', { requestId: ctx.requestId, error });
  }
}
