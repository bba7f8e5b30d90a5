import { deferRegistration } from '#modules/initiatives/deferral/server/actions.ts';
import {
  acceptRegistration,
  declineRegistration,
  proposeRegistration,
  resumeRegistration,
  returnRegistration,
} from '#modules/initiatives/registration/server/actions-moves.ts';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { mayGiveVerdict } from '../../appraisal/policy.ts';
import { GiveVerdict } from '../../appraisal/schema.ts';
import { insertAppraisal, registrationToJudge } from '../../appraisal/server/store.ts';
import { mayBulk } from '../policy.ts';
import { ApplyBulk } from '../schema.ts';
import type { BulkResult } from './queries.ts';

/** A verdict of a council on one of many models, on the grounds given for all of them; no checklist of its own. */
const concludeTogether = action({
  name: 'bulk.conclude',
  input: GiveVerdict.pick({ registrationId: true, version: true, verdict: true, reason: true }),
  subject: (tx, _scope, input, ctx) => registrationToJudge(tx, input.registrationId, ctx),
  allow: (actor, registration, _now, input) => mayGiveVerdict(actor, registration, input.verdict),
  async run(act, registration, { verdict, version, reason }): Promise<void> {
    const move = verdict === 'proposed' ? proposeRegistration : declineRegistration;
    await move.within(act, { id: registration.id, version, reason });
    await insertAppraisal(act.tx, act.ctx, registration, { verdict, reason, asked: [], met: [] });
  },
  audit: () => null,
});

type Input = ReturnType<typeof ApplyBulk.parse>;

const STEPS: Record<Input['act'], (act: Act, pick: Input['picks'][number], input: Input) => Promise<unknown>> = {
  accept: (act, pick) => acceptRegistration.within(act, pick),
  resume: (act, pick) => resumeRegistration.within(act, pick),
  return: (act, pick, { reason }) => returnRegistration.within(act, { ...pick, reason }),
  defer: (act, pick, { reason, until, on }) => deferRegistration.within(act, { ...pick, reason, until, on }),
  propose: (act, { id, version }, { reason }) =>
    concludeTogether.within(act, { registrationId: id, version, verdict: 'proposed', reason }),
  decline: (act, { id, version }, { reason }) =>
    concludeTogether.within(act, { registrationId: id, version, verdict: 'not_recognised', reason }),
};

/**
 * Does one act to each of the selected, by the same action as alone, in one transaction: what cannot be done to one of them is
 * told of that one and hinders no other. Done to none, it is refused.
 */
export const applyBulk = action({
  name: 'bulk.apply',
  input: ApplyBulk,
  async subject(tx, _scope, { picks }, ctx): Promise<Set<number> | undefined> {
    const ids = picks.map((pick) => pick.id);
    const found = await registrationsById(asRead(tx), ctx, ids);
    return found.length > 0 ? new Set(found.map((each) => each.id)) : undefined;
  },
  allow: (actor) => mayBulk(actor),
  async run(act, found, input): Promise<BulkResult> {
    // A verdict on many has its grounds, whichever it is.
    const unsaid = input.act === 'propose' && input.reason.trim() === '';
    if (unsaid) refuse('invalid', 'form.invalid', { fields: { reason: { code: 'registration.reason.missing' } } });
    const result: BulkResult = { act: input.act, done: [], refused: [], gone: 0 };
    // Always in the same order, so that two presses at once wait for each other instead of ending one another.
    for (const pick of [...input.picks].sort((a, b) => a.id - b.id)) {
      if (!found.has(pick.id)) {
        result.gone += 1;
        continue;
      }
      try {
        await STEPS[input.act](act, pick, input);
        result.done.push(pick.id);
      } catch (failure) {
        // Each of these refuses before it writes. What is wrong with the form itself is wrong for all.
        if (!(failure instanceof Refusal) || failure.kind === 'invalid') throw failure;
        result.refused.push({ id: pick.id, reason: failure.reason });
      }
    }
    return result.done.length > 0 ? result : refuse('conflict', 'bulk.none_done');
  },
  audit: (_found, { act, done, refused }, { reason }) => ({
    subjectKind: 'registration',
    after: { act, count: done.length, refused: refused.length, ...(reason && { reason }) },
    rows: done,
  }),
});
