import { waitingFor as appraisals } from '#modules/appraisals/appraisal/server/queries.ts';
import { feedbackLines } from '#modules/appraisals/feedback/server/queries-duties.ts';
import { blindLines } from '#modules/appraisals/review/server/queries-duties.ts';
import { dutiesOf as decisions } from '#modules/decisions/decision/server/queries.ts';
import { boardLines } from '#modules/initiatives/board/server/queries-duties.ts';
import { mentionLines } from '#modules/initiatives/comment/server/queries-duties.ts';
import { launchLines } from '#modules/initiatives/launch/server/queries-duties.ts';
import { placingLines } from '#modules/initiatives/placing/server/queries.ts';
import { waitingFor as registrations } from '#modules/initiatives/registration/server/queries-duties.ts';
import { dutiesAmong } from '#modules/initiatives/registration/server/queries-waiting.ts';
import { dutiesOf as requests } from '#modules/people/account-request/server/queries.ts';
import type { Duty } from '#modules/people/duty/rules.ts';
import { waitingLines } from '#modules/people/duty/server/queries.ts';
import { receivedLines } from '#modules/registers/register/server/queries-waiting.ts';
import { learningLines } from '#modules/upkeep/learning/server/queries-duties.ts';
import { claimedLines } from '#modules/upkeep/result/server/queries-duties.ts';
import { waitingFor as upkeep } from '#modules/upkeep/upkeep/server/queries-duties.ts';
import type { Context } from '#platform/server/context.ts';
import { readByKnownPlans } from '#platform/server/db.ts';

// The side of every office page and the home page both want them: one request asks once.
const asked = new WeakMap<Context, Promise<Duty[]>>();

/**
 * Everything that waits for the person of this request, over all modules; two queries, one for who takes no decisions, one more for who lets
 * people in. Here a
 * module adds its duties, at the price of no further query: registrations that wait as a source of the first list of
 * `dutiesAmong`, anything else (handovers, lists …) as a source of whole lines in the second.
 */
export function dutiesOf(ctx: Context): Promise<Duty[]> {
  let duties = asked.get(ctx);
  if (!duties) {
    duties = readByKnownPlans(ctx, async (db) => [
      ...(await dutiesAmong(
        db,
        ctx,
        [registrations(ctx), appraisals(ctx), ...upkeep(ctx)],
        [
          ...waitingLines(ctx),
          ...placingLines(ctx),
          ...boardLines(ctx),
          ...receivedLines(ctx),
          ...launchLines(ctx),
          mentionLines(),
          ...blindLines(ctx),
          ...feedbackLines(ctx),
          ...claimedLines(ctx),
          ...learningLines(ctx),
        ],
      )),
      ...(await decisions(db, ctx)),
      ...(await requests(db, ctx)),
    ]);
    asked.set(ctx, duties);
  }
  return duties;
}
