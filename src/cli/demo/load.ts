import { sql } from 'kysely';
import { sealAudit } from '#modules/people/audit/server/store.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { recordAudit } from '#platform/server/audit.ts';
import { type Actor, type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { connect, write } from '#platform/server/db.ts';
import { accountRows, type DemoAccount, type Member } from './accounts.ts';
import { applyActs } from './acts.ts';
import { foundCommittee } from './committee.ts';
import { currentCycle } from './current.ts';
import { DecisionBook } from './decisions.ts';
import { draftRows } from './drafts.ts';
import { makeRoom } from './empty.ts';
import type { Entry } from './entries.ts';
import { continueIds, insertRows } from './insert.ts';
import { type Cycle, movementRows } from './movement.ts';
import { pastYear } from './past.ts';
import { type Place, pathOf, unitRows } from './places.ts';
import { writePortal } from './portal.ts';
import { type Province, theProvince } from './province.ts';
import { registrantRows } from './registrants.ts';
import { type DemoFacts, GENERATION, keepFacts, type Tree } from './state.ts';
import { REORGANISED_ON } from './words/acts.ts';
import { SECTORS } from './words/sectors.ts';
import { writeWork } from './work.ts';
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
    const summary = await write(ctx, (tx) => load(tx, ctx, say, options));
    // The acts of earlier years are in the audit with their own days: they are not left to wait for a worker.
    await sealAudit(ctx);
    return summary;
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
  // Registers of 2018 and 2019 and the list of 2025 itself are tried on a demo without models: nothing has changed there yet.
  const tree = withoutRegistrations || today < REORGANISED_ON ? 'before' : 'since';
  const { cycles, tables } = movementRows(today, tree);
  await writeTables(tx, Object.entries(unitRows([...province.places, ...province.neighbours])));
  await writeTables(tx, [['sector', SECTORS.map((sector, at) => ({ id: at + 1, ...sector, position: at + 1 }))]]);
  await writeTables(tx, tables);
  const people = await accountRows(province.people, passwords, tree);
  await insertRows(tx, 'registrant', registrantRows(province.own));
  await writeTables(tx, people.tables);
  if (tree === 'since') {
    say('the reorganisations of units', 0.05);
    await continueIds(tx);
    const administrator = { ...ctx, actor: administratorOf(province) };
    await applyActs(tx, administrator, province);
    await foundCommittee(tx, administrator, province.since.upper[0] as Place);
  }
  const keeper = (tree === 'since' ? province.since.upper[0] : province.places[0]) as Place;
  await sql`update movement set unit_id = ${keeper.id}`.execute(tx);

  const registrations = withoutRegistrations ? 0 : await writeModels(tx, province, tree, cycles, today, say);
  if (withoutRegistrations) await writePortal(tx, []);

  say('figures and search', 0.9);
  await continueIds(tx);
  await sql`select fold_registration_count()`.execute(tx);
  await keepFacts(tx, { models: withoutRegistrations ? 'without' : 'with', passwords, tree });
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

/** Who applies the acts: the demo's administrator. */
function administratorOf({ people }: Province): Actor {
  const [{ id, name, place }] = people as [Member];
  const unit = { unitId: place.id, unitName: place.name, level: place.level, path: pathOf(place) };
  const more = { registrantId: null, sector: null, without: [], kept: null };
  return { id, name, appointments: [{ role: 'administrator', ...unit, ...more }] };
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
  tree: Tree,
  cycles: readonly Cycle[],
  today: string,
  say: Say,
): Promise<number> {
  const [first, second, running] = cycles as [Cycle, Cycle, Cycle];
  const book = new DecisionBook();
  const { own, people } = province;
  const before = pastYear(first, province.before.workshops, book, []);
  const after = pastYear(second, province.before.workshops, book, before);
  const entries: Entry[] = [...before, ...after, ...currentCycle(running, today, province[tree], own, book)];
  const line = `${entries.length.toLocaleString('en-US')} registrations of ${cycles.map(({ year }) => year).join(', ')}`;
  say(line, 0.1);
  const published = await writeEntries(tx, entries, book, people, today, (share) => say(line, 0.1 + 0.7 * share));
  await insertRows(tx, 'draft', draftRows(people, tree, running, today));
  await writeWork(tx, { entries, people, ground: province[tree], tree, cycle: running, today });
  await writePortal(tx, published);
  return entries.length;
}
