import { sql } from 'kysely';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { recordAudit } from '#platform/server/audit.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { connect, write } from '#platform/server/db.ts';
import { accountRows, type DemoAccount } from './accounts.ts';
import { currentCycle } from './current.ts';
import { DecisionBook } from './decisions.ts';
import { draftRows } from './drafts.ts';
import { makeRoom } from './empty.ts';
import type { Entry } from './entries.ts';
import { continueIds, insertRows } from './insert.ts';
import { type Cycle, movementRows } from './movement.ts';
import { pastYear } from './past.ts';
import { unitRows } from './places.ts';
import { writePortal } from './portal.ts';
import { type Province, theProvince } from './province.ts';
import { registrantRows } from './registrants.ts';
import { type DemoFacts, GENERATION, keepFacts } from './state.ts';
import { SECTORS } from './words/sectors.ts';
import { writeEntries } from './write.ts';

export interface DemoOptions {
  /** Units, accounts, movement and cycles only, for registers to be read in. */
  withoutRegistrations?: boolean;
  /** Empties a demo that is there, and loads it anew. */
  again?: boolean;
  /** `random` where others can reach the site: then nobody else knows them. */
  passwords?: DemoFacts['passwords'];
  now?: Date;
}

export interface DemoSummary {
  accounts: DemoAccount[];
  registrations: number;
}

/** Hears what is being done, and which share of the whole (0 to 1) is behind. */
export type Say = (line: string, share: number) => void;

/** Of two loaders at once, one waits and then finds the place taken. */
const LOCK = 4_711_002;

/**
 * Loads the demo province into the migrated, empty database at `url` (its owner), in one transaction: cut short, it leaves
 * nothing. Everything follows from seeds and from the day of `now`. Throws a sentence where other data is in the way.
 */
export async function loadDemo(url: string, say: Say = () => {}, options: DemoOptions = {}): Promise<DemoSummary> {
  const database = connect(url, 1);
  const now = options.now ?? new Date();
  const ctx: Context = { database, actor: SYSTEM, scope: systemScope(), now, requestId: 'kheo demo' };
  try {
    return await write(ctx, (tx) => load(tx, ctx, say, options));
  } finally {
    await database.close();
  }
}

async function load(tx: WriteDb, ctx: Context, say: Say, options: DemoOptions): Promise<DemoSummary> {
  const { withoutRegistrations = false, again = false, passwords = 'known' } = options;
  // Emptying tables and moving their ids on is the owner's business; the role comes back with the commit.
  await sql`set local role none`.execute(tx);
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
  await makeRoom(tx, again);

  say('units, movement and accounts', 0);
  const province = theProvince();
  const today = dayOf(ctx.now);
  const { cycles, tables } = movementRows(today);
  await writeTables(tx, Object.entries(unitRows([...province.places, ...province.neighbours])));
  await writeTables(tx, [['sector', SECTORS.map((sector, at) => ({ id: at + 1, ...sector, position: at + 1 }))]]);
  await writeTables(tx, tables);
  const people = await accountRows(province.people, passwords);
  await insertRows(tx, 'registrant', registrantRows(province.own));
  await writeTables(tx, people.tables);

  const registrations = withoutRegistrations ? 0 : await writeModels(tx, province, cycles, today, say);
  if (withoutRegistrations) await writePortal(tx, []);

  say('figures and search', 0.9);
  await continueIds(tx);
  await sql`select fold_registration_count()`.execute(tx);
  await keepFacts(tx, { models: withoutRegistrations ? 'without' : 'with', passwords });
  const after = {
    generation: GENERATION,
    again,
    units: province.places.length,
    accounts: province.people.length,
    registrations,
  };
  await recordAudit(tx, ctx, 'demo.load', { subjectKind: 'installation', after });
  await sql`analyze`.execute(tx);
  say('ready', 1);
  return { accounts: people.accounts, registrations };
}

async function writeTables(
  tx: WriteDb,
  tables: [table: string, rows: Parameters<typeof insertRows>[2]][],
): Promise<void> {
  for (const [table, rows] of tables) await insertRows(tx, table, rows);
}

/** Models with everything that hangs on them; answers the number of registrations. */
async function writeModels(
  tx: WriteDb,
  province: Province,
  cycles: readonly Cycle[],
  today: string,
  say: Say,
): Promise<number> {
  const [first, second, running] = cycles as [Cycle, Cycle, Cycle];
  const book = new DecisionBook();
  const before = pastYear(first, province.workshops, book, []);
  const after = pastYear(second, province.workshops, book, before);
  const entries: Entry[] = [...before, ...after, ...currentCycle(running, today, province, book)];
  const line = `${entries.length.toLocaleString('en-US')} registrations of ${cycles.map(({ year }) => year).join(', ')}`;
  say(line, 0.1);
  const published = await writeEntries(tx, entries, book, province.people, (share) => say(line, 0.1 + 0.7 * share));
  await insertRows(tx, 'draft', draftRows(province.people, running, today));
  await writePortal(tx, published);
  return entries.length;
}
