import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mayNoteVisit, mayReview } from '../policy.ts';
import { totalOf } from '../rules.ts';
import { readPoints } from '../rules-points.ts';
import { AddVisit, DeclareTie, GiveReview, Recuse } from '../schema.ts';
import { askedOf, insertScore, insertTie, insertVisit, isAsked, readingForUpdate, setReview } from './store.ts';

/** The audit says that somebody scored, never what: who reads the audit may be a reader whose own is not in yet. */
const about = ({ id, responsibleUnitId }: { id: number; responsibleUnitId: number }, after: object) => ({
  subjectKind: 'registration',
  subjectId: id,
  unitId: responsibleUnitId,
  after,
});

/** Gives one's own scores for a model, once; from then on the others' are open to the reader. */
export const giveReview = action({
  name: 'review.give',
  input: GiveReview,
  subject: (tx, _scope, { registrationId }, ctx) => readingForUpdate(tx, ctx, registrationId),
  allow: (actor, reading) => mayReview(actor, reading),
  async run({ tx, ctx }, reading, input): Promise<{ reviewId: number }> {
    const criteria = await askedOf(tx, reading);
    const points = readPoints(criteria, input.asked, input.points);
    const asked = criteria.map((each) => each.id);
    const reviewId = reading.reviewId as number;
    const given = { asked, points, total: totalOf(criteria, points), note: input.note, advice: input.advice };
    await insertScore(tx, ctx, { id: reading.id, reviewId, absent: reading.absent }, given);
    return { reviewId };
  },
  audit: (reading, { reviewId }) => about(reading, { reviewId }),
});

/** Steps back from a model that one was asked to read: left out of its denominator, and with a declared tie out of every later one. */
export const recuse = action({
  name: 'review.recuse',
  input: Recuse,
  subject: (tx, _scope, { registrationId }, ctx) => readingForUpdate(tx, ctx, registrationId),
  allow: (_actor, { mine, absent }) =>
    absent
      ? { code: 'review.why_not.deputy' }
      : mine === 'waiting' || { code: `review.why_not.${mine ?? 'not_asked'}` },
  async run({ tx, ctx }, reading, { tie }): Promise<void> {
    if (tie !== 'other') await insertTie(tx, ctx, reading.initiativeId, ctx.actor.id as number, tie);
    await setReview(tx, reading.reviewId as number, 'recused');
  },
  audit: (reading, _nothing, { tie }) => about(reading, { tie }),
});

/** Declares what ties somebody to a model; declared, it stays. */
export const declareTie = action({
  name: 'review.declare',
  input: DeclareTie,
  subject: async (tx, _scope, { registrationId }, ctx) =>
    (await registrationsById(asRead(tx), ctx, [registrationId]))[0],
  allow: (actor, registration) => mayNoteVisit(actor, registration),
  async run({ tx, ctx }, registration, { personId, tie }): Promise<void> {
    // Only of the team, or of who was asked: nobody else's name is to be learned or spoiled here.
    if (!(await isAsked(tx, registration.id, personId))) refuse('missing', 'refusal.missing');
    await insertTie(tx, ctx, registration.initiativeId, personId, tie);
  },
  audit: (registration, _nothing, { personId, tie }) => about(registration, { personId, tie }),
});

/** Notes what was seen where a model is carried out. */
export const addVisit = action({
  name: 'review.visit',
  input: AddVisit,
  subject: async (tx, _scope, { registrationId }, ctx) =>
    (await registrationsById(asRead(tx), ctx, [registrationId]))[0],
  allow: (actor, registration) => mayNoteVisit(actor, registration),
  async run({ tx, ctx, now }, registration, input): Promise<{ visitId: number }> {
    if (input.seenOn > dayOf(now))
      refuse('invalid', 'form.invalid', { fields: { seenOn: { code: 'review.seen_ahead' } } });
    return { visitId: await insertVisit(tx, ctx, registration.id, input) };
  },
  audit: (registration, { visitId }, { seenOn, visitors, seen }) =>
    about(registration, { visitId, seenOn, visitors, seen }),
});
