// A bare node:http and pg server that does the work of the screens without rights and without audit. Run by the bench as a
// process of its own, with the same limits as the product; prints the port it listens on.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { ENTER, FIGURES, LISTS, type List, RECORD, TREE } from './statements.ts';
import { figuresPage, listPage, type Row, recordPage } from './thin-pages.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const rows = async (statement: string, values: unknown[] = []) => (await pool.query<Row>(statement, values)).rows;

async function list(asked: URLSearchParams) {
  const kind = asked.get('of') as List;
  const values = asked.has('value') ? [asked.get('value')] : [];
  const lines = await rows(LISTS[kind].lines, values);
  const [counted] = await rows(LISTS[kind].count, values);
  return { lines, total: counted?.total };
}

const routes: Record<string, (asked: URLSearchParams) => Promise<unknown>> = {
  '/list.json': list,
  '/list': async (asked) => {
    const { lines, total } = await list(asked);
    return listPage(lines, total, await rows(TREE, [asked.get('tree')]));
  },
  '/record': async (asked) => {
    const values = [asked.get('id')];
    const [head] = await rows(RECORD.head, values);
    return recordPage(head as Row, await rows(RECORD.registrations, values), await rows(RECORD.events, values));
  },
  '/figures': async (asked) => {
    const cycle = Number(asked.get('cycle'));
    const counts = await rows(FIGURES, [cycle, asked.get('before')]);
    return figuresPage(counts, await rows(TREE, [cycle]), cycle);
  },
};

/** Enters what a form brings, in one transaction. */
async function enter(request: IncomingMessage): Promise<unknown> {
  const form = Object.fromEntries(new URLSearchParams(await text(request)));
  const { name, unit, registrant, field, cycle, ...parts } = form;
  const client = await pool.connect();
  const one = async (statement: string, values: unknown[]) => (await client.query<Row>(statement, values)).rows[0];
  try {
    await client.query('begin');
    const model = await one(ENTER.initiative, [name, unit, registrant, field]);
    const version = await one(ENTER.version, [model?.id, name, ...Object.values(parts)]);
    const folded = `${name} ${model?.code}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const made = [model?.id, version?.id, cycle, unit, registrant, field, folded, folded, name];
    const registration = await one(ENTER.registration, made);
    await client.query(ENTER.event, [registration?.id]);
    await client.query('commit');
    return registration;
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  } finally {
    client.release();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://thin');
  try {
    const body = request.method === 'POST' ? await enter(request) : await routes[pathname]?.(searchParams);
    const isPage = typeof body === 'string';
    response.setHeader('content-type', isPage ? 'text/html; charset=utf-8' : 'application/json');
    response.end(isPage ? body : JSON.stringify(body));
  } catch (failure) {
    response.writeHead(500).end(String(failure));
  }
}

const server = createServer(answer).listen(0, '127.0.0.1', () => {
  console.log((server.address() as { port: number }).port);
});
process.once('SIGTERM', () => process.exit(0));
