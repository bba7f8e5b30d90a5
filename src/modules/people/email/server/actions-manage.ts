import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mailIsOn } from '#platform/server/mail.ts';
import { personToManage } from '../../account/server/store.ts';
import { revokeOpen } from '../../invitation/server/store.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { dropTicketsOf } from '../../ticket/server/store.ts';
import { maySetEmail } from '../policy.ts';
import { SetEmailOf } from '../schema.ts';
import { sendChangedLetter } from './jobs.ts';
import { setEmail } from './store.ts';

/**
 * The address of somebody whom the actor administers; '' takes it away. Letters that are on their way to the address before open
 * nothing any more, and that address is told.
 */
export const setEmailOf = action({
  name: 'email.set_of',
  input: SetEmailOf,
  subject: (tx, _scope, { personId }) => personToManage(tx, personId),
  allow: maySetEmail,
  async run(act, { personId, fullName, email: before }, { email: typed }) {
    await mustBeConfirmed(act);
    const email = typed || null;
    if (email === before) return;
    if (!(await setEmail(act.tx, personId, email)))
      refuse('invalid', 'form.invalid', { fields: { email: { code: 'email.taken' } } });
    await dropTicketsOf(act.tx, personId, 'reset', 'email');
    await revokeOpen(act.tx, personId, act.now);
    if (before && mailIsOn()) await act.later(sendChangedLetter, { to: before, name: fullName });
  },
  audit: ({ personId, unitId, email }, _result, { email: typed }) => ({
    subjectKind: 'person',
    subjectId: personId,
    ...(unitId && { unitId }),
    before: { email },
    after: { email: typed || null },
  }),
});
