import { sql } from 'kysely';
import { registrationsById } from '#modules/initiatives/registration/server/queries-by-id.ts';
import { refuseManyNames } from '#modules/people/account/server/queries-names.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { recordAudit } from '#platform/server/audit.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mayFormTeam } from '../../team/policy.ts';
import { mayReview } from '../policy.ts';
import { totalOf } from '../rules.ts';
import { readPoints } from '../rules-points.ts';
import { AskBlind, GiveBlind } from '../schema.ts';
import { blindSheet } from './queries-blind.ts';
import { conflictOf, insertScore } from './store.ts';

/** Asks somebody from elsewhere, who has no other way to the model, to read it blind as a second reader. */
export const askBlind = action({
  name: 'review.ask_blind',
  input: AskBlind,
  subject: async (tx, _scope, { registrationId }, ctx) =>
    (await registrationsById(asRead(tx), ctx, [registrationId]))[0],
  allow: (actor, registration) =>
    mayFormTeam(actor, { unitId: registration.responsibleUnitId, level: registration.level }),
  async run({ tx, ctx, now }, registration, { username }): Promise<{ personId: number }> {
    if (registration.state !== 'self_assessed') refuse('conflict', 'review.why_not.state');
    await refuseManyNames(asRead(tx), ctx);
    // A name that is of no use is on record too, so that it counts among those tried.
    const wrong = async (code: string): Promise<never> => {
      const entry = { subjectKind: 'registration', subjectId: registration.id, after: { username } };
      await recordAudit(tx, ctx, 'review.name_refused', entry);
      return refuse('invalid', 'form.invalid', { fields: { username: { code } }, keep: true });
    };
    const { rows } = await sql<{ id: number; full_name: string; reads: boolean; conflict: string | null }>`
      select * from blind_reader(${username}, ${registration.id}, ${dayOf(now)}::date)`.execute(tx);
    const [person] = rows;
    if (!person) return wrong('review.blind_nobody');
    if (person.reads) return wrong('review.blind_reads');
    if (person.conflict) return wrong('review.blind_conflict');
    const asked = await tx
      .insertInto('review')
      .values({
        registration_id: registration.id,
        person_id: person.id,
        person_name: person.full_name,
        how: 'blind',
        at: ctx.now,
      })
      .onConflict((same) => same.doNothing())
      .returning('id')
      .executeTakeFirst();
    return asked ? { personId: person.id } : wrong('review.blind_asked');
  },
  audit: ({ id, responsibleUnitId }, { personId }) => ({
    subjectKind: 'registration',
    subjectId: id,
    unitId: responsibleUnitId,
    after: { personId },
  }),
});

/** Gives a blind reader's scores. The audit names the review only: its reader may read their own acts. */
export const giveBlind = action({
  name: 'review.give_blind',
  input: GiveBlind,
  async subject(tx, _scope, { reviewId }, ctx) {
    await tx.selectFrom('review').select('id').where('id', '=', reviewId).forUpdate().execute();
    const sheet = await blindSheet(asRead(tx), ctx, reviewId);
    return sheet && { ...sheet, conflict: await conflictOf(tx, ctx.actor.id, sheet.registrationId) };
  },
  allow: (actor, sheet) => mayReview(actor, sheet),
  async run({ tx, ctx }, sheet, input): Promise<void> {
    const points = readPoints(sheet.criteria, input.asked, input.points);
    const asked = sheet.criteria.map((each) => each.id);
    const given = { asked, points, total: totalOf(sheet.criteria, points), note: input.note, advice: input.advice };
    await insertScore(tx, ctx, { id: sheet.registrationId, reviewId: sheet.reviewId }, given);
  },
  audit: ({ reviewId }) => ({ subjectKind: 'review', subjectId: reviewId, after: {} }),
});
