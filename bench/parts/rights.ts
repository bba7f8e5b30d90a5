import { sql } from 'kysely';
import { KNOWN_PASSWORD } from '../../src/cli/demo/accounts.ts';
import { scopeOf, systemScope } from '../../src/modules/people/scope/rules.ts';
import { SESSION_COOKIE } from '../../src/modules/people/session/rules.ts';
import { openSession, tokenHash } from '../../src/modules/people/session/server/queries.ts';
import type { Context, Database } from '../../src/platform/server/context.ts';
import { connect, read, rowsOf } from '../../src/platform/server/db.ts';
import { hashPassword, verifyPassword } from '../../src/platform/server/passwords.ts';
import { Visitor } from '../../tests/support/visitor.ts';
import { NOW } from '../site.ts';
import { duration, type Line } from '../table.ts';
import type { Wire } from '../wire.ts';
import { costOf, type World } from '../world.ts';

const ROUNDS = 400;

/** What it costs a request that the product knows who asks and shows no more than they may; and what signing in costs. */
export async function rights(world: World, behind: string, wire: Wire): Promise<Line[]> {
  return [
    await added(world, behind, wire, 'huyen', 'one registration by its id, as a district reads it', 1),
    await added(world, behind, wire, 'tinh', 'the newest 50 registrations, as the province reads them', 50),
    await signingIn(world),
  ];
}

async function added(world: World, behind: string, wire: Wire, who: string, what: string, most: number): Promise<Line> {
  const database = connect(world.url, 2);
  try {
    const headers = world.as(who);
    const token = new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
    const cost = await costOf(wire, `${behind}/office/help-khong-co`, { headers });
    const now = new Date(NOW);
    const id = await newest(database, token, now);
    const wanted = most === 1 ? `id = ${id}` : `id <= ${id}`;
    const statement = `select * from registration where ${wanted} order by id desc limit ${most}`;
    const person = await contextOf(database, token, now);
    const everything = { ...person, scope: systemScope() };
    const run = (ctx: Context) => read(ctx, (db) => rowsOf(db, sql`${sql.raw(statement)}`));
    // By turns, so that a neighbour's work slows all alike.
    const took = await byTurns({
      session: () => openSession(database, token, now),
      identified: () => identified(database, token, now),
      scoped: () => run(person),
      unscoped: () => run(everything),
      settings: () => read(person, async () => {}),
      bare: () => bareTransaction(database),
    });
    const appointments = took.session - took.identified;
    const ms = appointments + (took.scoped - took.unscoped) + (took.settings - took.bare);
    return {
      what: `rights: ${what}`,
      queries: cost.queries.length,
      speed: `${duration(took.session + took.scoped)} with them, of which ${ms.toFixed(2)} ms is theirs`,
      beside: `appointments ${appointments.toFixed(2)} (who it is ${took.identified.toFixed(2)}), settings ${(took.settings - took.bare).toFixed(2)}, row security ${(took.scoped - took.unscoped).toFixed(2)} ms`,
      checks: [
        ['one query more at most', cost.queries.length <= 1],
        ['≤ 0.5 ms more', ms <= 0.5],
      ],
    };
  } finally {
    await database.close();
  }
}

async function contextOf(database: Database, token: string | undefined, now: Date): Promise<Context> {
  const session = await openSession(database, token, now);
  if (!session) throw new Error('The session of the bench is over.');
  return { database, actor: session.actor, scope: scopeOf(session.actor), now, requestId: 'bench' };
}

async function asPerson(database: Database, token: string | undefined, now: Date, statement: string) {
  const ctx = await contextOf(database, token, now);
  return read(ctx, (db) => rowsOf(db, sql<{ id: number }>`${sql.raw(statement)}`));
}

async function newest(database: Database, token: string | undefined, now: Date): Promise<number> {
  const [row] = await asPerson(database, token, now, 'select max(id) as id from registration');
  return row?.id ?? 0;
}

/** Who a session belongs to, as any product asks that has accounts; what comes with it here beyond that is rights. */
async function identified({ pool }: Database, token: string | undefined, now: Date): Promise<void> {
  const text = `select a.person_id, p.full_name, a.username, a.language, s.last_seen_at from session s
    join account a on a.person_id = s.person_id and a.disabled_at is null join person p on p.id = a.person_id
    where s.token_hash = $1 and s.expires_at > $2`;
  await pool.query({ name: 'identified', text, values: [tokenHash(token ?? ''), now] });
}

async function bareTransaction({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  await client.query('begin read only; select 1');
  await client.query('commit');
  client.release();
}

/** Of each work the tenth part of its rounds that was fastest took no longer than this, in milliseconds. */
async function byTurns<K extends string>(works: Record<K, () => Promise<unknown>>): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < ROUNDS; round++) for (const name of names) times[name].push(await timed(works[name]));
  return Object.fromEntries(names.map((name) => [name, at(times[name], 0.1)])) as Record<K, number>;
}

/** A form sent and answered, beside the one look at a password that it needs. */
async function signingIn({ site }: World): Promise<Line> {
  const stored = await hashPassword(KNOWN_PASSWORD);
  const [hashes, wholes]: [number[], number[]] = [[], []];
  for (let round = 0; round < 12; round++) {
    hashes.push(await timed(() => verifyPassword(KNOWN_PASSWORD, stored)));
    wholes.push(await timed(() => new Visitor(site.origin).signIn('xa', KNOWN_PASSWORD)));
  }
  const [hash, whole] = [at(hashes, 0.5), at(wholes, 0.5)];
  return {
    what: 'signing in',
    speed: duration(whole),
    beside: `one argon2 ${duration(hash)}`,
    checks: [
      ['one argon2 and no second (≤ 1.8 ×)', whole <= 1.8 * hash],
      ['argon2 50–100 ms, or less', hash <= 100],
    ],
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const at = (times: number[], share: number) => times.sort((a, b) => a - b)[Math.floor(times.length * share)] as number;
