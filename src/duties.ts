import { dutiesOf as appraisals } from '#modules/appraisals/appraisal/server/queries.ts';
import { dutiesOf as decisions } from '#modules/decisions/decision/server/queries.ts';
import { dutiesOf as registrations } from '#modules/initiatives/registration/server/queries-duties.ts';
import type { Duty } from '#modules/people/duty/rules.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';

/** Every module's own list of what waits; each asks one query, or none of who has no such duty. */
const SOURCES: readonly ((db: ReadDb, ctx: Context) => Promise<Duty[]>)[] = [registrations, appraisals, decisions];

// The side of every office page and the home page both want them: one request asks once.
const asked = new WeakMap<Context, Promise<Duty[]>>();

/** Everything that waits for the person of this request, over all modules; at most one query a module. */
export function dutiesOf(ctx: Context): Promise<Duty[]> {
  let duties = asked.get(ctx);
  if (!duties) {
    duties = read(ctx, async (db) => {
      const found: Duty[] = [];
      for (const source of SOURCES) found.push(...(await source(db, ctx)));
      return found;
    });
    asked.set(ctx, duties);
  }
  return duties;
}
