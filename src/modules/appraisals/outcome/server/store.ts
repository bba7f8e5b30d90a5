import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { Verdict } from '../../appraisal/rules.ts';

interface Prepared {
  id: number;
  total: number | null;
  counted: number;
}

/** Stages one verdict for several models, in place of what was staged before; feedback written for another verdict goes with it. */
export async function stage(
  tx: WriteDb,
  ctx: Context,
  teamId: number,
  given: { verdict: Verdict; reason: string; rows: readonly Prepared[] },
): Promise<void> {
  await sql`
    insert into staged_verdict (registration_id, team_id, verdict, reason, total, counted, staged_by_name, at)
    select c.id, ${teamId}, ${given.verdict}, ${given.reason}, c.total, c.counted, ${ctx.actor.name}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(given.rows)}::jsonb) as c (id integer, total integer, counted integer)
    on conflict (registration_id) do update set team_id = excluded.team_id, verdict = excluded.verdict, reason = excluded.reason,
      total = excluded.total, counted = excluded.counted, staged_by_name = excluded.staged_by_name, at = excluded.at, applied_at = null, revision = staged_verdict.revision + 1,
      feedback = case when staged_verdict.applied_at is null and staged_verdict.verdict = excluded.verdict then staged_verdict.feedback else '' end`.execute(
    tx,
  );
}

/** Takes back what is staged and not applied. */
export async function unstage(tx: WriteDb, ids: readonly number[]): Promise<void> {
  await sql`delete from staged_verdict where registration_id = any (${[...ids]}::integer[]) and applied_at is null`.execute(
    tx,
  );
}

export async function markApplied(tx: WriteDb, ctx: Context, ids: readonly number[]): Promise<void> {
  await sql`update staged_verdict set applied_at = ${ctx.now} where registration_id = any (${[...ids]}::integer[])`.execute(
    tx,
  );
}
