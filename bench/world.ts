import { KNOWN_PASSWORD } from '../src/cli/demo/accounts.ts';
import { Visitor } from '../tests/support/visitor.ts';
import type { Options } from './options.ts';
import type { Running } from './site.ts';
import { onDatabase } from './sql.ts';
import type { Wire } from './wire.ts';

/** What the parts measure with. */
export interface World {
  options: Options;
  /** The owner's address. */
  url: string;
  /** A folder for files of the moment, and the file that the site's log goes to. */
  folder: string;
  log: string;
  site: Running;
  thin: Running;
  facts: Facts;
  /** The headers of a signed-in account of the demo. */
  as(username: string): Record<string, string>;
}

/** Ids that addresses and statements need. */
export interface Facts {
  current: number;
  year: number;
  before: number;
  /** A model with a history: the one of which the time lines say most. */
  model: number;
}

export async function factsOf(url: string): Promise<Facts> {
  return onDatabase(url, async (client) => {
    const { rows } = await client.query<Facts>(`
      select (select id from cycle where year = 2019) as year, (select id from cycle where year = 2018) as before,
        (select id from cycle order by year desc limit 1) as current,
        (select r.initiative_id from registration_event e join registration r on r.id = e.registration_id
          group by 1 order by count(*) desc, 1 limit 1) as model`);
    return rows[0] as Facts;
  });
}

/** Signs accounts in through the form of the site at `origin`; answers their headers. */
export async function signIn(origin: string, usernames: readonly string[]): Promise<World['as']> {
  const headers = new Map<string, Record<string, string>>();
  for (const username of usernames) {
    const visitor = new Visitor(origin);
    const { status } = await visitor.signIn(username, KNOWN_PASSWORD);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (status !== 303 || !cookie) throw new Error(`${username} could not sign in: ${status}.`);
    headers.set(username, { cookie, accept: 'text/html' });
  }
  return (username) => headers.get(username) ?? {};
}

/** One answer of the site behind the wire: its bytes, and the statements that it took. */
export async function costOf(
  wire: Wire,
  address: string,
  init: RequestInit,
): Promise<{ queries: string[]; bytes: number; status: number }> {
  // The first one may find something cold; the least of three has no work of the worker in it.
  let least: { queries: string[]; bytes: number; status: number } | undefined;
  for (let round = 0; round < 3; round++) {
    wire.taken();
    const response = await fetch(address, { redirect: 'manual', ...init });
    const bytes = (await response.arrayBuffer()).byteLength;
    const queries = wire.taken();
    if (!least || queries.length <= least.queries.length) least = { queries, bytes, status: response.status };
  }
  return least as { queries: string[]; bytes: number; status: number };
}
