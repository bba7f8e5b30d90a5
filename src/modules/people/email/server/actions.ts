import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { mailIsOn } from '#platform/server/mail.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { systemScope } from '../../scope/rules.ts';
import { minutesClosed } from '../../session/rules-lockout.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { countFailure, failuresForUpdate } from '../../session/server/store-failures.ts';
import { dropTicket, ticketForUpdate } from '../../ticket/server/store.ts';
import { AskEmail, TakeEmail } from '../schema.ts';
import { sendProofLetter } from './jobs.ts';
import { setEmail } from './store.ts';

/** The system's eyes for counting and for tickets; the address stays the actor's own. */
const asSystem = (ctx: Context): Context => ({ ...ctx, scope: systemScope() });

/** Sends a letter to the address that is to be one's own; it becomes so once its link was followed. Five letters, then a pause. */
export function askEmail(ctx: Context, typed: z.input<typeof AskEmail>): Promise<void> {
  return ask(asSystem(ctx), typed);
}

const ask = action({
  name: 'email.ask',
  input: AskEmail,
  async subject(tx, _scope, { email }, { actor, now }) {
    if (actor.id === null) return undefined;
    const places = [
      { way: 'mail' as const, what: `by ${actor.id}` },
      { way: 'mail' as const, what: `to ${email}` },
    ];
    return { personId: actor.id, counted: await failuresForUpdate(tx, places, now) };
  },
  allow: (actor, subject) => (mailIsOn() ? isOwnAccount(actor, subject) : { code: 'reset.no_mail' }),
  async run(act, { personId, counted }, { email }) {
    await mustBeConfirmed(act);
    const minutes = minutesClosed(counted, act.now);
    if (minutes > 0) refuse('too_many', 'reset.too_many', { params: { minutes } });
    await countFailure(act.tx, counted, act.now);
    await act.later(sendProofLetter, { personId, email });
  },
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId }),
});

/** The link was followed by whom it was sent for: the address is theirs. */
export function takeEmail(ctx: Context, typed: z.input<typeof TakeEmail>): Promise<void> {
  return take(asSystem(ctx), typed);
}

const take = action({
  name: 'email.take',
  input: TakeEmail,
  async subject(tx, _scope, { token }, { actor, now }) {
    const ticket = await ticketForUpdate<{ email: string }>(tx, 'email', token, now);
    return ticket?.personId != null && ticket.personId === actor.id
      ? { personId: ticket.personId, email: ticket.body.email }
      : undefined;
  },
  allow: isOwnAccount,
  async run({ tx }, { personId, email }, { token }) {
    if (!(await setEmail(tx, personId, email))) refuse('conflict', 'email.taken');
    await dropTicket(tx, token);
  },
  audit: ({ personId, email }) => ({ subjectKind: 'account', subjectId: personId, after: { email } }),
});
