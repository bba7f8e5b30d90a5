import { sql } from 'kysely';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { type KeptModel, keptModelPage } from '../../upkeep/server/queries.ts';
import { mayClaim, mayTakeBack, mayVerify } from '../policy.ts';
import type { Kind, ResultState } from '../rules.ts';

/** A result of a model as its page shows it. */
export interface Result {
  id: number;
  cycle: string;
  kind: Kind;
  name: string;
  /** Of a kind of one's own; of the others empty. */
  unit: string;
  before: number | null;
  after: number;
  evidence: string;
  state: ResultState;
  claimedBy: number | null;
  claimedByName: string;
  claimedAt: string;
  settledByName: string | null;
  settledAt: string | null;
  note: string;
}

/** A model's results, latest first, and the cycles that it was entered for. One query. */
async function resultsOf(db: ReadDb, initiativeId: number) {
  const [row] = await rowsOf(
    db,
    sql<{ results: Result[]; cycles: { id: number; code: string }[] }>`
      select (select coalesce(json_agg(json_build_object('id', x.id, 'cycle', c.code, 'kind', x.kind, 'name', x.name, 'unit', x.unit,
          'before', x.before_value, 'after', x.after_value, 'evidence', x.evidence, 'state', x.state, 'claimedBy', x.claimed_by,
          'claimedByName', x.claimed_by_name, 'claimedAt', x.claimed_at, 'settledByName', x.settled_by_name, 'settledAt', x.settled_at,
          'note', x.note) order by x.id desc), '[]')
        from result x join cycle c on c.id = x.cycle_id where x.initiative_id = ${initiativeId}) as results,
      (select coalesce(json_agg(json_build_object('id', c.id, 'code', c.code) order by c.year desc), '[]') from cycle c
        where c.id in (select r.cycle_id from registration r
          where r.initiative_id = ${initiativeId} and r.state not in ('annulled', 'withdrawn'))) as cycles`,
  );
  return row as NonNullable<typeof row>;
}

/** Everything that the page of a model's results shows: what stands, and what the reader may do with each. Three queries. */
export async function resultsPage(db: ReadDb, ctx: Context, initiativeId: number) {
  const { registration, id, code, name } = (await keptModelPage(db, ctx, initiativeId)) satisfies KeptModel;
  const { results, cycles } = await resultsOf(db, initiativeId);
  return {
    model: { id, code, name },
    cycles,
    may: mayClaim(ctx.actor, registration),
    results: results.map((result) => ({
      ...result,
      verify: mayVerify(ctx.actor, registration, result),
      takeBack: mayTakeBack(ctx.actor, registration, result),
    })),
  };
}
