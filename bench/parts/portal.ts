import { load } from '../load.ts';
import { atMost, type Line } from '../table.ts';
import type { Wire } from '../wire.ts';
import { costOf, type World } from '../world.ts';
import { told } from './reading.ts';

const PAGES = [
  ['portal, home', '/'],
  ['portal, models', '/mo-hinh'],
  ['portal, news', '/tin-tuc'],
  ['portal, figures', '/so-lieu'],
] as const;

/** What a page of the portal costs when it is made, and what it takes when it is kept. `behind` is the site behind the wire. */
export async function portal(world: World, behind: string, wire: Wire): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [what, path] of PAGES) {
    // A cookie of a session keeps the page from being kept, so it is made each time.
    const made = await costOf(wire, behind + path, { headers: { cookie: 'kheo_session=none' } });
    const { bytes, scripts } = await overTheWire(world.site.origin, path);
    const target = { origin: world.site.origin, pid: world.site.pid, ask: path, headers: { 'accept-encoding': 'br' } };
    await load(target, 1);
    const found = await load(target, world.options.seconds);
    const rate = found.perSecond;
    // The session that the cookie names is looked for too, which a visitor's page does not do.
    const queries = made.queries.filter((statement) => !statement.includes('open_session')).length;
    lines.push({
      what: `${what}, from the cache`,
      queries,
      bytes,
      speed: told(found),
      beside: `${scripts} scripts; made anew ${(made.bytes / 1000).toFixed(1)} kB of HTML`,
      checks: [
        ...atMost('≤ 4 queries', queries, 4),
        ...atMost('≤ 50 kB over the wire, fonts apart', bytes, 50_000),
        ['0 scripts', scripts === 0],
        ['≥ 1,500/s', rate >= 1500],
      ],
    });
  }
  return lines;
}

/** Bytes of a page with its styles and pictures as a browser that takes brotli gets them; fonts apart. */
async function overTheWire(origin: string, path: string): Promise<{ bytes: number; scripts: number }> {
  const page = await sent(origin + path);
  const styles = [...page.text.matchAll(/<link\b[^>]*rel="(?:stylesheet|icon)"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1],
  );
  const pictures = [...page.text.matchAll(/<img\b[^>]*\bsrc="([^"]+)"/g)].map(([, address]) => address);
  let { bytes } = page;
  for (const address of new Set([...styles, ...pictures]))
    if (address && !address.startsWith('data:')) bytes += (await sent(new URL(address, origin + path).href)).bytes;
  return { bytes, scripts: page.text.match(/<script\b/g)?.length ?? 0 };
}

/** fetch unpacks what it gets; the length that was sent stands in the head. */
async function sent(address: string): Promise<{ bytes: number; text: string }> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'br' } });
  const text = await response.text();
  return { bytes: Number(response.headers.get('content-length') ?? Buffer.byteLength(text)), text };
}
