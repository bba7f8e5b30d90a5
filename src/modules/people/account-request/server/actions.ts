import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mailIsOn } from '#platform/server/mail.ts';
import { mustFit, openPerson } from '../../account/server/store-new.ts';
import { isSystem } from '../../appointment/policy.ts';
import { isTaken } from '../../email/server/store.ts';
import { invite, type SentInvitation } from '../../invitation/server/actions.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { mayDecideRequest } from '../policy.ts';
import { ApproveRequest, RefuseRequest, SweepRequests } from '../schema.ts';
import { sendAnswer } from './jobs-answer.ts';
import * as store from './store.ts';

/** Lets in who has asked: a person with that duty from today, and an invitation. One answer to each request. */
export const approveRequest = action({
  name: 'account_request.approve',
  input: ApproveRequest,
  async subject(tx, _scope, { id }, { now }) {
    const asked = await store.requestForUpdate(tx, id);
    return asked && { asked, unit: await unitById(asRead(tx), asked.unitId, dayOf(now)) };
  },
  allow: (actor, { asked }) => mayDecideRequest(actor, { id: asked.unitId, path: asked.path }),
  async run(act, { asked, unit }): Promise<SentInvitation> {
    await mustBeConfirmed(act);
    mustBeOpen(asked, act.now);
    mustFit(asked.role, unit);
    const { tx, now, ctx } = act;
    if (asked.email && (await isTaken(tx, asked.email, null))) refuse('conflict', 'account_request.address_taken');
    const { fullName, role, unitId, phone, registrant } = asked;
    const personId = await openPerson(act, { fullName, role, unitId, phone, registrant: registrant || undefined });
    await store.markDecided(tx, asked.id, { state: 'approved', by: ctx.actor.id, at: now, personId });
    return invite(act, personId, asked.email);
  },
  audit: ({ asked: { id, unitId, fullName, role, registrant } }, { personId }) => ({
    subjectKind: 'person',
    subjectId: personId,
    unitId,
    after: { requestId: id, fullName, role, registrant },
  }),
});

/** Answers no, with a reason that goes to who has asked, if letters are sent from here. */
export const refuseRequest = action({
  name: 'account_request.refuse',
  input: RefuseRequest,
  subject: (tx, _scope, { id }) => store.requestForUpdate(tx, id),
  allow: (actor, { unitId, path }) => mayDecideRequest(actor, { id: unitId, path }),
  async run({ tx, now, ctx, later }, asked, { answer }) {
    mustBeOpen(asked, now);
    await store.markDecided(tx, asked.id, { state: 'refused', by: ctx.actor.id, at: now, answer });
    if (asked.email && mailIsOn()) await later(sendAnswer, { id: asked.id });
  },
  // Neither name nor reason: what was typed goes out of the request, and must not stay here.
  audit: ({ id, unitId, role }) => ({
    subjectKind: 'account_request',
    subjectId: id,
    unitId,
    after: { state: 'refused', role },
  }),
});

/** Ends what nobody answered in time, and takes out what was typed in those answered before; for the nightly job. */
export const sweepRequests = action({
  name: 'account_request.sweep',
  input: SweepRequests,
  subject: async () => ({}),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx, now, later }) {
    const emptied = await store.emptyOld(tx, now);
    const { expired, toTell } = await store.expireOld(tx, now);
    if (mailIsOn()) for (const id of toTell) await later(sendAnswer, { id });
    return { expired, emptied };
  },
  audit: (_subject, swept) => ({ subjectKind: 'account_request', after: swept }),
});

function mustBeOpen({ state, expiresAt }: store.AccountRequest, now: Date): void {
  if (state !== 'open' || expiresAt <= now) refuse('conflict', 'account_request.decided');
}
