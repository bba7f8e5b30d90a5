import { sql } from 'kysely';
import pg from 'pg';
import type { WriteDb } from '#platform/server/context.ts';

/** Counts up when what the demo loads changes; an older demo is told from the present one by it. */
export const GENERATION = 4;

export type DemoState = 'absent' | 'present' | 'older';

/** The units on which the demo's accounts work: those of before the reorganisation of 2025, or those since. */
export type Tree = 'before' | 'since';

/** What the demo left in table `installation` about itself. */
export interface DemoFacts {
  state: DemoState;
  tree: Tree;
  /** Whether the models were loaded too. */
  models: 'with' | 'without';
  passwords: 'known' | 'random';
}

const KEYS = { generation: 'demo.generation', models: 'demo.models', passwords: 'demo.passwords', tree: 'demo.tree' };

/** Whether the database at `url` (its owner) holds the demo province, whether this version loaded it, and how. */
export async function demoFacts(url: string): Promise<DemoFacts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string; value: string }>(
      `select key, value from installation where key like 'demo.%'`,
    );
    return factsOf(rows);
  } finally {
    await client.end();
  }
}

/** The same within a transaction. */
export async function demoFactsIn(tx: WriteDb): Promise<DemoFacts> {
  return factsOf(await tx.selectFrom('installation').select(['key', 'value']).where('key', 'like', 'demo.%').execute());
}

/** Records what was loaded. */
export async function keepFacts(tx: WriteDb, { models, passwords, tree }: Omit<DemoFacts, 'state'>): Promise<void> {
  const values = [
    [KEYS.generation, String(GENERATION)],
    [KEYS.models, models],
    [KEYS.passwords, passwords],
    [KEYS.tree, tree],
  ];
  for (const [key, value] of values) {
    await sql`insert into installation (key, value) values (${key}, ${value})
      on conflict (key) do update set value = excluded.value`.execute(tx);
  }
}

function factsOf(rows: { key: string; value: string }[]): DemoFacts {
  const found = new Map(rows.map((row) => [row.key, row.value]));
  const generation = found.get(KEYS.generation);
  return {
    state: generation === undefined ? 'absent' : generation === String(GENERATION) ? 'present' : 'older',
    tree: found.get(KEYS.tree) === 'since' ? 'since' : 'before',
    models: found.get(KEYS.models) === 'without' ? 'without' : 'with',
    passwords: found.get(KEYS.passwords) === 'random' ? 'random' : 'known',
  };
}
