import { tellRegistrant } from '#modules/initiatives/registration/server/actions-feedback.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayGiveFeedback, mayPrepare, mayReadFeedback } from '../policy.ts';
import { GiveFeedback, PrepareFeedback, ReadFeedback } from '../schema.ts';
import { markRead, stageFeedback, type ToTell, toTell } from './store.ts';

const about = ({ registration: { id, responsibleUnitId } }: ToTell, after: object) => ({
  subjectKind: 'registration',
  subjectId: id,
  unitId: responsibleUnitId,
  after,
});

/** Lays the one text for the registrant beside a staged verdict: sent when that is applied, known to the council until then. */
export const prepareFeedback = action({
  name: 'feedback.prepare',
  input: PrepareFeedback,
  subject: (tx, _scope, { registrationId }, ctx) => toTell(tx, ctx, registrationId),
  allow: (actor, { standing }) => mayPrepare(actor, standing),
  async run({ tx }, { registration, standing }, { seen, feedback }): Promise<void> {
    if (standing.revision !== seen) refuse('conflict', 'feedback.changed');
    await stageFeedback(tx, registration.id, feedback);
  },
  // Not the words: who reads the audit may have scores to give, or may be whom they are for.
  audit: (subject, _nothing, { feedback }) => about(subject, { characters: feedback.length }),
});

/** Tells the registrant something after the verdict, or something else in its place; what was said before stays in the time line. */
export const giveFeedback = action({
  name: 'feedback.give',
  input: GiveFeedback,
  subject: (tx, _scope, { registrationId }, ctx) => toTell(tx, ctx, registrationId),
  allow: (actor, { registration, standing }) => mayGiveFeedback(actor, registration, standing),
  async run(act, { registration, lastId }, { seen, feedback }): Promise<void> {
    if (lastId !== seen) refuse('conflict', 'feedback.changed');
    await tellRegistrant.within(act, { id: registration.id, feedback });
  },
  audit: () => null,
});

/** The registrant says that they have read it. */
export const readFeedback = action({
  name: 'feedback.read',
  input: ReadFeedback,
  subject: (tx, _scope, { registrationId }, ctx) => toTell(tx, ctx, registrationId),
  allow: (actor, { registration }) => mayReadFeedback(actor, registration),
  async run({ tx, ctx }, { lastId }, { seen }): Promise<void> {
    if (lastId !== seen) refuse('conflict', 'feedback.changed');
    await markRead(tx, ctx, seen);
  },
  audit: (subject, _nothing, { seen }) => about(subject, { eventId: seen }),
});
