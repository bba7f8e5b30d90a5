import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayPublish } from '../policy.ts';
import { PublishDecision, Unpublish } from '../schema.ts';
import { decisionForUpdate, publishRecognised, unpublishOne } from './store.ts';

/** Publishes everything that a decision recognised and that is not public yet; recognised alone is not public. */
export const publishDecision = action({
  name: 'initiative.publish',
  input: PublishDecision,
  subject: (tx, _scope, input) => decisionForUpdate(tx, input.decisionId),
  allow: mayPublish,
  async run({ tx, ctx }, decision): Promise<{ ids: number[] }> {
    const ids = await publishRecognised(tx, ctx, decision.id);
    return ids.length > 0 ? { ids } : refuse('conflict', 'publication.nothing_left');
  },
  audit: (decision, { ids }) => ({
    subjectKind: 'decision',
    subjectId: decision.id,
    unitId: decision.unitId,
    rows: ids,
  }),
});

/** Takes one published model of a decision back; what it was recognised for stays. */
export const unpublishRegistration = action({
  name: 'initiative.unpublish',
  input: Unpublish,
  subject: (tx, _scope, input) => decisionForUpdate(tx, input.decisionId),
  allow: mayPublish,
  async run({ tx, ctx }, decision, input): Promise<{ initiativeId: number }> {
    const initiativeId = await unpublishOne(tx, ctx, decision.id, input.registrationId);
    return initiativeId === undefined ? refuse('conflict', 'publication.not_public') : { initiativeId };
  },
  audit: (decision, _result, input) => ({
    subjectKind: 'registration',
    subjectId: input.registrationId,
    unitId: decision.unitId,
    before: { published: true },
    after: { published: false, decisionId: decision.id },
  }),
});
