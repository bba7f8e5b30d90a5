import { strFromU8, unzipSync } from 'fflate';
import { SESSION_COOKIE } from '../../src/modules/people/session/rules.ts';
import type { Cast } from './cast.ts';

/** What came back: the status, where it leads, and everything that can be read in it, a workbook unfolded. */
export interface Answer {
  status: number;
  location: string;
  text: string;
}

/** One request as a browser with this session sends it, following nothing; with `form` it is a form of the site's own page. */
export async function ask(
  origin: string,
  session: string | null,
  path: string,
  form?: Record<string, string | File>,
  method = form ? 'POST' : 'GET',
): Promise<Answer> {
  const response = await fetch(origin + path, {
    method,
    redirect: 'manual',
    headers: { accept: 'text/html', origin, ...(session && { cookie: `${SESSION_COOKIE}=${session}` }) },
    ...(form && { body: bodyOf(form) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = [...response.headers].join('\n');
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: `${decodeURIComponent(headers.replaceAll('%', '%25'))}\n${readable(bytes)}`,
  };
}

function bodyOf(form: Record<string, string | File>): URLSearchParams | FormData {
  const entries = Object.entries(form);
  const body = entries.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) body.append(name, value as string);
  return body;
}

function readable(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

/** The sentence of a refusal that a page says only in answer, and nowhere for who looks before they press; undefined if it does. */
export function saidTooLate(text: string): string | undefined {
  const sentence = /role="alert"[\s\S]*?<p class="title[^"]*">([\s\S]*?)<\/p>/
    .exec(text)?.[1]
    ?.replace(/<!--.*?-->/g, '');
  return sentence && text.split(sentence).length < 3 ? sentence : undefined;
}

/** Runs `work` over all items, a few at a time. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 6): Promise<void> {
  const rest = [...items];
  const take = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
}

// What a mere visit may change: when a session was last seen, counters that are folded, how often a page was read.
const RESTLESS = [
  'session',
  'audit_seal',
  'sign_in_failure',
  'registration_count_cell',
  'registration_count_delta',
  'registration_count_sum',
  'article',
];

/** A digest of every table, by name: what is equal before and after was not changed. */
export async function digestOf(cast: Cast): Promise<Record<string, string>> {
  // Events are told by their number: what they say is proved elsewhere.
  const rows = await cast.asOwner<{ name: string; digest: string }>(
    `select table_name as name, md5(query_to_xml(case table_name when 'audit_event' then 'select count(*) from audit_event'
        else format('select t::text as row from %I t order by 1', table_name) end, true, true, '')::text) as digest
      from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1)`,
    [RESTLESS],
  );
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
