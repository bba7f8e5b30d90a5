import { tellRegistrant } from '#modules/initiatives/registration/server/actions-feedback.ts';
import { declineRegistration, proposeRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { action } from '#platform/server/action.ts';
import { mayGiveVerdict } from '../policy.ts';
import { judge } from '../rules.ts';
import { GiveVerdict } from '../schema.ts';
import { criteriaAsked, insertAppraisal, registrationToJudge } from './store.ts';

/**
 * Gives a verdict: keeps the checklist with its reason and moves the registration, to a proposal or to not recognised, in the
 * same transaction.
 */
export const giveVerdict = action({
  name: 'appraisal.give',
  input: GiveVerdict,
  subject: (tx, _scope, input, ctx) => registrationToJudge(tx, input.registrationId, ctx),
  allow: (actor, registration, _now, input) => mayGiveVerdict(actor, registration, input.verdict),
  async run(act, registration, input): Promise<{ appraisalId: number }> {
    const { verdict, reason } = input;
    const checklist = judge(verdict, input, reason, await criteriaAsked(act.tx, registration));
    const move = verdict === 'proposed' ? proposeRegistration : declineRegistration;
    await move.within(act, { id: registration.id, version: input.version, reason });
    const appraisalId = await insertAppraisal(act.tx, act.ctx, registration, { ...checklist, verdict, reason });
    if (input.feedback) await tellRegistrant.within(act, { id: registration.id, feedback: input.feedback });
    return { appraisalId };
  },
  audit: (registration, { appraisalId }, { verdict, asked, met, reason }) => ({
    subjectKind: 'registration',
    subjectId: registration.id,
    unitId: registration.responsibleUnitId,
    after: { appraisalId, verdict, asked, met, reason },
  }),
});
