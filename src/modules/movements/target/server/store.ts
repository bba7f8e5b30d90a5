import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { Target, TargetColumn } from '../rules.ts';

/** Writes what is asked of units in a year; where nothing is asked any more, no row stays. */
export async function writeTargets(
  tx: WriteDb,
  ctx: Context,
  cycleId: number,
  targets: readonly Target[],
): Promise<void> {
  const [asked, none] = [targets.filter(isAsked), targets.filter((each) => !isAsked(each)).map((each) => each.unitId)];
  if (none.length > 0)
    await sql`delete from unit_target where cycle_id = ${cycleId} and unit_id = any (${none}::integer[])`.execute(tx);
  if (asked.length === 0) return;
  await sql`
    insert into unit_target (cycle_id, unit_id, wanted, forward_most, set_by_name, set_at)
    select ${cycleId}, t."unitId", t.wanted, t."forwardMost", ${ctx.actor.name}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as t ("unitId" integer, wanted integer, "forwardMost" integer)
    on conflict (cycle_id, unit_id) do update set wanted = excluded.wanted, forward_most = excluded.forward_most,
      set_by_name = excluded.set_by_name, set_at = excluded.set_at
    where (unit_target.wanted, unit_target.forward_most) is distinct from (excluded.wanted, excluded.forward_most)`.execute(
    tx,
  );
}

const isAsked = ({ wanted, forwardMost }: Target) => wanted !== null || forwardMost !== null;

/** Writes one of the numbers and leaves the other. */
export async function writeColumn(
  tx: WriteDb,
  ctx: Context,
  cycleId: number,
  column: TargetColumn,
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  const name = sql.ref(column === 'wanted' ? 'wanted' : 'forward_most');
  const given = [...numbers].map(([unit, number]) => ({ unit, number }));
  await sql`
    insert into unit_target (cycle_id, unit_id, ${name}, set_by_name, set_at)
    select ${cycleId}, t.unit, t.number, ${ctx.actor.name}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as t (unit integer, number integer)
    on conflict (cycle_id, unit_id) do update set ${name} = excluded.${name}, set_by_name = excluded.set_by_name, set_at = excluded.set_at`.execute(
    tx,
  );
}
