import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { recordAudit } from '#platform/server/audit.ts';
import { mayAnonymise } from '../policy.ts';
import { ANONYMISE } from '../rules.ts';
import { AnonymiseEvent } from '../schema.ts';
import { emptyEvent, eventToEmpty } from './store.ts';

/** Takes the texts and the actor's name out of one event, for good. Its digests stay, so the chain still proves it. */
export const anonymiseEvent = action({
  name: 'audit.anonymise',
  input: AnonymiseEvent,
  subject: (tx, _scope, { id }) => eventToEmpty(tx, id),
  allow: (actor, event) => mayAnonymise(actor, event),
  async run({ tx, ctx }, event, { reason }) {
    if (event.emptied) refuse('conflict', 'audit.already_emptied');
    // Recorded first: the database opens its door for nothing that is not.
    await recordAudit(tx, ctx, ANONYMISE, {
      subjectKind: 'audit_event',
      subjectId: event.id,
      ...(event.unitId !== null && { unitId: event.unitId }),
      after: { reason },
    });
    if (!(await emptyEvent(tx, event.id))) refuse('conflict', 'audit.already_emptied');
    return { id: event.id };
  },
  audit: () => null,
});
