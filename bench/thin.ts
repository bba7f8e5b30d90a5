// A bare node:http and pg server that does the work of the screens without rights and without audit. Run by the bench as a
// process of its own, with the same limits as the product; prints the port it listens on.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { fold } from '../src/platform/vietnamese.ts';
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

const TEXTS = ['reason', 'objectives', 'content', 'place', 'forces', 'resources', 'outputs', 'sustaining'];

/** Sends a draft, in one transaction: takes it away, looks up what it leans on, and enters it. */
async function enter(draft: string): Promise<unknown> {
  const client = await pool.connect();
  const one = async (statement: string, values: unknown[]) => (await client.query<Row>(statement, values)).rows[0];
  try {
    await client.query('begin');
    const { content } = (await one(ENTER.take, [draft])) as unknown as { content: Record<string, string> };
    const { name = '', unitId, cycleId, fieldId, registrantName = '', subject } = content;
    const known = await one(ENTER.leanedOn, [cycleId, unitId, fieldId, fold(registrantName), subject]);
    const { prefix, registrant, registrant_name: who, unit_name: where } = known as Row;
    const model = await one(ENTER.initiative, [name, unitId, registrant, fieldId, prefix]);
    const version = await one(ENTER.version, [model?.id, name, ...TEXTS.map((text) => content[text])]);
    const plain = fold(`${name} ${who} ${where} ${model?.code}`);
    const made = [model?.id, version?.id, cycleId, unitId, registrant, fieldId, plain, plain, name];
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
    const isSent = request.method === 'POST';
    const body = isSent ? await enter(searchParams.get('draft') as string) : await routes[pathname]?.(searchParams);
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
