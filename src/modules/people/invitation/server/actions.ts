import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { addressOf, mailIsOn } from '#platform/server/mail.ts';
import { mayGive, mayTouchAccount } from '../../account/policy.ts';
import { mustFit, mustKnow, openPerson } from '../../account/server/store-new.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { INVITATION } from '../rules.ts';
import { InvitationId, InviteAgain, InvitePerson } from '../schema.ts';
import { sendInvitation } from './jobs.ts';
import * as store from './store.ts';

/** How an invitation goes out: by letter, or as a link that is told this once, to be handed over. */
export interface SentInvitation {
  personId: number;
  link: string | null;
}

/** A person with a first duty and no account, invited to open one. */
export const invitePerson = action({
  name: 'invitation.create',
  input: InvitePerson,
  subject: async (tx, _scope, { unitId }, ctx) => ({
    unit: await unitById(asRead(tx), unitId, dayOf(ctx.now)),
    sectors: await listSectors(asRead(tx)),
  }),
  allow: (actor, { unit }, _now, { role }) => mayGive(actor, { role, unit, personId: null }),
  async run(act, { unit, sectors }, { email, ...person }): Promise<SentInvitation> {
    await mustBeConfirmed(act);
    mustFit(person.role, unit);
    mustKnow(person.sectorId, sectors);
    return invite(act, await openPerson(act, person), email || null);
  },
  audit: (_subject, { personId }, { fullName, role, unitId, registrant, sectorId, email }) => ({
    subjectKind: 'person',
    subjectId: personId,
    unitId,
    after: { fullName, role, registrant, sectorId, email },
  }),
});

/** A new link for somebody who has no account yet; the one before opens nothing any more. */
export const inviteAgain = action({
  name: 'invitation.renew',
  input: InviteAgain,
  subject: (tx, _scope, { personId }) => store.personWithoutAccount(tx, personId),
  allow: mayTouchAccount,
  async run(act, { personId, email }): Promise<SentInvitation> {
    await mustBeConfirmed(act);
    return invite(act, personId, email ?? (await store.lastEmail(act.tx, personId)));
  },
  audit: ({ personId, unitId }) => ({ subjectKind: 'person', subjectId: personId, ...(unitId && { unitId }) }),
});

/** Takes an invitation back: its link opens nothing. */
export const revokeInvitation = action({
  name: 'invitation.revoke',
  input: InvitationId,
  subject: (tx, _scope, { id }, { now }) => store.openInvitationForUpdate(tx, { id }, now),
  allow: mayTouchAccount,
  run: ({ tx, now }, { id }) => store.markRevoked(tx, id, now),
  audit: ({ personId, unitId }) => ({ subjectKind: 'person', subjectId: personId, ...(unitId && { unitId }) }),
});

/** Invites a person within an act that has made sure of its right; at most so many by one person and to one address. */
export async function invite(
  { tx, now, ctx, later }: Act,
  personId: number,
  email: string | null,
): Promise<SentInvitation> {
  const [hour, day] = [new Date(now.getTime() - 3_600_000), new Date(now.getTime() - 86_400_000)];
  const { made, sent } = await store.countSince(tx, { actorId: ctx.actor.id, hour, email, day });
  if (made >= INVITATION.hourly) refuse('too_many', 'invitation.too_many');
  if (email && sent >= INVITATION.daily) refuse('too_many', 'invitation.too_many_to');
  const id = await store.insertInvitation(tx, { personId, email, invitedBy: ctx.actor.id }, now);
  if (email && mailIsOn()) {
    await later(sendInvitation, { id });
    return { personId, link: null };
  }
  return { personId, link: addressOf(`/loi-moi?ma=${await store.makeToken(tx, id, null)}`) };
}
