import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { addressOf, mailIsOn } from '#platform/server/mail.ts';
import { mayManagePeople } from '../../account/policy.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { INVITATION } from '../rules.ts';
import { InviteMany } from '../schema.ts';
import { sendInvitation } from './jobs.ts';
import * as store from './store-many.ts';

/** What went out: so many letters, and the links that are told this once, to be handed over. */
export interface SentMany {
  letters: number;
  links: { name: string; link: string }[];
}

/**
 * Invites those of many people who have no account and were never invited, each once; the rest are passed over, also whose
 * address has had its three letters of the day. At most 500 a day by one person (429 `invitation.too_many_bulk`).
 */
export const inviteMany = action({
  name: 'invitation.create_many',
  input: InviteMany,
  subject: async (tx, _scope, { personIds }, { actor, now }) => ({
    people: await store.neverInvitedForUpdate(tx, personIds, now),
    made: await store.madeToday(tx, actor.id, now),
  }),
  allow: (actor) => mayManagePeople(actor),
  async run(act, { people, made }): Promise<SentMany & { people: number[] }> {
    await mustBeConfirmed(act);
    const { tx, ctx, now, later } = act;
    if (made + people.length > INVITATION.bulk)
      refuse('too_many', 'invitation.too_many_bulk', { params: { most: INVITATION.bulk } });
    const byLetter = (person: store.Invitable) => mailIsOn() && person.email !== null;
    const handed = new Map(people.filter((person) => !byLetter(person)).map(({ id }) => [id, store.newToken()]));
    const ids = await store.insertMany(tx, ctx.actor.id, people, handed, now);
    for (const [person, id] of ids) if (!handed.has(person)) await later(sendInvitation, { id });
    const links = people.flatMap(({ id, name }) => {
      const token = handed.get(id);
      return token ? [{ name, link: addressOf(`/loi-moi?ma=${token}`) }] : [];
    });
    return { letters: people.length - links.length, links, people: people.map(({ id }) => id) };
  },
  // Never the links.
  audit: (_subject, { letters, links, people }) => ({
    subjectKind: 'person',
    after: { letters, handed: links.length },
    rows: people,
  }),
});
