import { tellRegistrant } from '#modules/initiatives/registration/server/actions-feedback.ts';
import { declineRegistration, proposeRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { insertAppraisal } from '../../appraisal/server/store.ts';
import { aggregateOf, counted } from '../../review/rules.ts';
import { type KeptTeam, teamForUpdate } from '../../team/server/store.ts';
import { mayConclude } from '../policy.ts';
import { type Outcome, written } from '../rules.ts';
import { ApplyStaged, StageVerdict } from '../schema.ts';
import { outcomesOf } from './queries.ts';
import { markApplied, stage, unstage } from './store.ts';

const about = ({ unitId, id }: KeptTeam, after: object, rows?: number[]) => ({
  subjectKind: 'team',
  subjectId: id,
  unitId,
  after,
  ...(rows && { rows }),
});

/** Nobody concludes on what they are in a conflict with, nor before their own scores are in. */
function refuseTied(rows: readonly Outcome[]): void {
  const tied = rows.find((each) => each.conflict !== null);
  if (tied) refuse('forbidden', `review.conflict.${tied.conflict}`);
  if (rows.some((each) => !each.open)) refuse('forbidden', 'review.hidden');
}

/** Prepares a verdict for some models from their scores; nothing is said to anybody before it is applied. */
export const stageVerdict = action({
  name: 'outcome.stage',
  input: StageVerdict,
  subject: (tx, _scope, { teamId }) => teamForUpdate(tx, teamId),
  allow: (actor, team) => mayConclude(actor, team),
  async run({ tx, ctx }, team, { ids, verdict, reason }): Promise<{ count: number }> {
    const rows = await outcomesOf(asRead(tx), ctx.actor.id, team.id, ids);
    if (rows.length !== new Set(ids).size) refuse('conflict', 'outcome.changed');
    refuseTied(rows);
    if (verdict === 'none') {
      await unstage(tx, ids);
      return { count: rows.length };
    }
    const prepared = rows.map(({ id, reviews }) => {
      const totals = counted(reviews);
      return { id, counted: totals.length, total: aggregateOf(totals, team.aggregate) };
    });
    const unscored = prepared.some((each) => each.counted === 0);
    if (reason === '' && (verdict === 'not_recognised' || unscored)) {
      const code = verdict === 'not_recognised' ? 'appraisal.reason.why_not' : 'outcome.reason_unscored';
      refuse('invalid', 'form.invalid', { fields: { reason: { code } } });
    }
    await stage(tx, ctx, team.id, { verdict, reason, rows: prepared });
    return { count: rows.length };
  },
  // Neither the figures: who reads the audit may have scores to give.
  audit: (team, { count }, { ids, verdict, reason }) => about(team, { verdict, reason, count }, [...ids]),
});

/** Applies every staged verdict of a team together, exactly as the preview showed them, or none. */
export const applyStaged = action({
  name: 'outcome.apply',
  input: ApplyStaged,
  subject: (tx, _scope, { teamId }) => teamForUpdate(tx, teamId),
  allow: (actor, team) => mayConclude(actor, team),
  async run(act, team, { seen }): Promise<{ ids: number[] }> {
    const rows = (await outcomesOf(asRead(act.tx), act.ctx.actor.id, team.id)).filter((each) => each.staged);
    if (written(rows) !== seen) refuse('conflict', 'outcome.changed');
    refuseTied(rows);
    for (const row of rows) await conclude(act, row);
    const ids = rows.map((each) => each.id);
    await markApplied(act.tx, act.ctx, ids);
    return { ids };
  },
  audit: (team, { ids }) => about(team, { count: ids.length }, ids),
});

async function conclude(act: Act, { id, version, staged }: Outcome): Promise<void> {
  if (!staged) return;
  const { verdict, reason, feedback } = staged;
  const [registration] = await registrationsById(asRead(act.tx), act.ctx, [id]);
  if (!registration) refuse('conflict', 'outcome.changed');
  const move = verdict === 'proposed' ? proposeRegistration : declineRegistration;
  await move.within(act, { id, version, reason });
  // What was asked and met stands in the scores of each reader.
  await insertAppraisal(act.tx, act.ctx, registration, { verdict, reason, asked: [], met: [] });
  if (feedback) await tellRegistrant.within(act, { id, feedback });
}
