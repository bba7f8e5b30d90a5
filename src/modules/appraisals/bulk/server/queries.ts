import { sql } from 'kysely';
import type { RegistrationFilter } from '#modules/initiatives/registration/schema-filter.ts';
import { matchingIds, type Picked, pickedById } from '#modules/initiatives/registration/server/queries-picked.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { mayBulkThis } from '../policy.ts';
import { BULK_MAX, type BulkAct } from '../rules.ts';

/** One of the selected, and whether the act can be done to it. */
export interface PreviewLine extends Picked {
  may: true | Reason;
}

/** What an act would do: every selected registration within scope by name; `gone` is how many of the selected are not there. */
export interface Preview {
  lines: PreviewLine[];
  gone: number;
}

export async function previewOf(db: ReadDb, ctx: Context, act: BulkAct, ids: readonly number[]): Promise<Preview> {
  const picked = await pickedById(db, ctx, ids);
  const teams = act === 'propose' || act === 'decline' ? await teamsOf(db, picked) : new Map<number, number>();
  const lines = picked.map((each) => ({
    ...each,
    may: mayBulkThis(ctx.actor, { ...each, teamId: teams.get(each.id) ?? null }, act),
  }));
  return { lines, gone: ids.length - lines.length };
}

async function teamsOf(db: ReadDb, picked: readonly Picked[]): Promise<Map<number, number>> {
  const ids = picked.map((each) => each.id);
  const rows = await rowsOf(
    db,
    sql<{ id: number; team: number }>`
      select id, team from (select id, team_of(id) as team from unnest((select ${ids}::integer[])) id) given where team is not null`,
  );
  return new Map(rows.map((row) => [row.id, row.team]));
}

/** All that a list's filter holds, exactly; nothing if they are more than may be acted upon at once. */
export async function everyMatch(
  db: ReadDb,
  ctx: Context,
  filter: RegistrationFilter,
): Promise<readonly number[] | undefined> {
  const ids = await matchingIds(db, ctx, filter, BULK_MAX + 1);
  return ids.length > BULK_MAX ? undefined : ids;
}

/** What became of each selected registration. */
export interface BulkResult {
  act: BulkAct;
  done: number[];
  refused: { id: number; reason: Reason }[];
  gone: number;
}

/** What a press of the reader has done, as it is remembered for 30 days, with the names of what it was about. */
export async function resultOf(
  db: ReadDb,
  ctx: Context,
  key: string,
): Promise<(BulkResult & { named: Picked[] }) | undefined> {
  const press = await db
    .selectFrom('idempotency_key')
    .select('answer')
    .where('actor_id', '=', ctx.actor.id)
    .where('act', '=', 'bulk.apply')
    .where('key', '=', key)
    .executeTakeFirst();
  const result = press?.answer as unknown as BulkResult | null | undefined;
  if (!result) return undefined;
  const named = await pickedById(db, ctx, [...result.done, ...result.refused.map((each) => each.id)]);
  return { ...result, named };
}
