import { type Reason, refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { mailIsOn } from '#platform/server/mail.ts';
import { endAppointment } from '../../appointment/server/store.ts';
import { officeForUpdate } from '../../handover/server/store.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { mayEndDeputy, mayNameDeputy } from '../policy.ts';
import { problemsOf, whyNoDeputy } from '../rules.ts';
import { EndDeputy, NameDeputy } from '../schema.ts';
import { sendDeputyLetter } from './jobs.ts';
import { deputyForUpdate, insertDeputy, isStoodFor, namedBy } from './store.ts';

/** Names who stands for the holder of one office, from a day to a day; what the holder has themselves they keep. */
export const nameDeputy = action({
  name: 'deputy.name',
  input: NameDeputy,
  async subject(tx, _scope, { personId, appointmentId = 0 }, ctx) {
    const office = await officeForUpdate(tx, appointmentId, dayOf(ctx.now));
    return office?.personId === personId ? office : undefined;
  },
  allow: mayNameDeputy,
  async run(act, office, { username, from, until }): Promise<{ id: number }> {
    await mustBeConfirmed(act);
    const { tx, ctx, now } = act;
    const [today, days] = [dayOf(now), { from, until }];
    const why = whyNoDeputy(office, today);
    if (why) refuse('conflict', why.code);
    const named = await namedBy(tx, username, office, days);
    const fields: Record<string, Reason> = problemsOf(office, named, days, { today, by: ctx.actor.id });
    if (!named || Object.keys(fields).length > 0) return refuse('invalid', 'form.invalid', { fields });
    if (await isStoodFor(tx, office, days))
      refuse('invalid', 'form.invalid', { fields: { from: { code: 'deputy.overlaps' } } });
    const id = await insertDeputy(tx, ctx, office, named, days);
    if (mailIsOn()) await act.later(sendDeputyLetter, { id });
    return { id };
  },
  audit: ({ personId, unitId, role }, { id }, { username, from, until }) => ({
    subjectKind: 'person',
    subjectId: personId,
    unitId,
    after: { appointmentId: id, role, username, from, until },
  }),
});

/** Ends a deputy's days early: from today they serve no more; days still to come never begin. */
export const endDeputy = action({
  name: 'deputy.end',
  input: EndDeputy,
  subject: (tx, _scope, { id }, ctx) => deputyForUpdate(tx, ctx, id),
  allow: mayEndDeputy,
  async run(act, { id }): Promise<void> {
    await mustBeConfirmed(act);
    await endAppointment(act.tx, id, dayOf(act.now));
  },
  audit: ({ id, absentId, unitId, role, deputy, since, until }) => ({
    subjectKind: 'person',
    subjectId: absentId,
    unitId,
    before: { appointmentId: id, role, deputy, from: since, until },
  }),
});
