import { action } from '#platform/server/action.ts';
import { mayTellRegistrant } from '../policy-feedback.ts';
import { TellRegistrant } from '../schema-feedback.ts';
import { registrationForUpdate } from './store.ts';
import { insertSaid } from './store-feedback.ts';

/**
 * Tells a registrant something beside a verdict that stands; said again, the latest holds and what was said before stays in the
 * time line. The appraisals module calls this inside its own act, which knows who is in a conflict.
 */
export const tellRegistrant = action({
  name: 'registration.feedback',
  input: TellRegistrant,
  subject: (tx, _scope, { id }, ctx) => registrationForUpdate(tx, id, ctx),
  allow: (actor, registration) => mayTellRegistrant(actor, registration),
  run: ({ tx, ctx }, registration, { feedback }) => insertSaid(tx, ctx, registration, feedback),
  audit: ({ id, responsibleUnitId }, _nothing, { feedback }) => ({
    subjectKind: 'registration',
    subjectId: id,
    unitId: responsibleUnitId,
    after: { feedback },
  }),
});
