import { refuse } from '#platform/refusal.ts';
import type { Act } from '#platform/server/action.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import type { Role } from '../../appointment/rules.ts';
import type { Subject } from '../../registrant/rules.ts';
import { findOrCreateRegistrant } from '../../registrant/server/store.ts';
import { insertAccount, insertAppointment } from './store.ts';

/** A person to be let in, with a first duty. */
export interface NewAccount {
  username: string;
  fullName: string;
  password: string;
  role: Role;
  unitId: number;
  registrant?: string | undefined;
  subject?: Subject;
}

/** Writes person, account and appointment; a user name that is taken is refused. Answers the person's id. */
export async function openAccount(act: Act, { password, ...account }: NewAccount): Promise<number> {
  const { tx, now, ctx } = act;
  const personId = await insertAccount(tx, { ...account, passwordHash: await hashPassword(password), now });
  if (personId === undefined) {
    return refuse('invalid', 'form.invalid', { fields: { username: { code: 'account.username_taken' } } });
  }
  const registrantId = account.role === 'registrant' ? await registrantOf(act, personId, account) : null;
  await insertAppointment(tx, { ...account, personId, registrantId, grantedBy: ctx.actor.id, now });
  return personId;
}

async function registrantOf({ tx }: Act, personId: number, account: Omit<NewAccount, 'password'>): Promise<number> {
  const { registrant: name = account.fullName, subject = 'collective', unitId } = account;
  const named = { name, subject, unitId, personId: subject === 'individual' ? personId : null };
  return (await findOrCreateRegistrant(tx, named)).id;
}
