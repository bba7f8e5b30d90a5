import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { mailIsOn } from '#platform/server/mail.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { passwordProblem } from '../../account/rules.ts';
import { accountForUpdate, setPasswordHash } from '../../account/server/store.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import { minutesClosed, networkOf } from '../../session/rules-lockout.ts';
import { deleteSessionsOf } from '../../session/server/store.ts';
import { forgetDevices } from '../../session/server/store-device.ts';
import { countFailure, failuresForUpdate } from '../../session/server/store-failures.ts';
import { dropTicketsOf, ticketForUpdate } from '../../ticket/server/store.ts';
import { AskReset, ResetOwn } from '../schema.ts';
import { sendResetLetter } from './jobs.ts';

/** As nobody in particular: who asks has forgotten how to say who they are. */
const unknown = (ctx: Context): Context => ({ ...ctx, actor: PUBLIC, scope: systemScope() });

/**
 * Asks for a letter with a link. Known and unknown addresses are answered after the same work: whose it is, the job finds out.
 * Five letters in a quarter of an hour for one address, or asked from one place, are enough (429 `reset.too_many`).
 */
export function askReset(ctx: Context, typed: z.input<typeof AskReset>): Promise<void> {
  return ask(unknown(ctx), typed);
}

const ask = action({
  name: 'reset.ask',
  input: AskReset,
  subject: (tx, _scope, { email, address }, { now }) =>
    failuresForUpdate(
      tx,
      [
        { way: 'mail', what: `from ${networkOf(address)}` },
        { way: 'mail', what: `to ${email}`.slice(0, 200) },
      ],
      now,
    ),
  allow: () => mailIsOn() || { code: 'reset.no_mail' },
  async run({ tx, now, later }, counted, { email }) {
    const minutes = minutesClosed(counted, now);
    if (minutes > 0) refuse('too_many', 'reset.too_many', { params: { minutes } });
    await countFailure(tx, counted, now);
    await later(sendResetLetter, { email });
  },
  // What strangers type is nobody's act yet; the letter that goes out is written down.
  audit: () => null,
});

/**
 * A new password for who came with the link of a letter: it opens once, ends every session and makes every browser unknown.
 * A second factor is asked at the next sign-in all the same.
 */
export function resetOwnPassword(ctx: Context, typed: z.input<typeof ResetOwn>): Promise<void> {
  return resetOwn(unknown(ctx), typed);
}

const resetOwn = action({
  name: 'reset.finish',
  input: ResetOwn,
  async subject(tx, _scope, { token }, { now }) {
    const ticket = await ticketForUpdate(tx, 'reset', token, now);
    return { account: ticket?.personId ? await accountForUpdate(tx, ticket.personId) : undefined };
  },
  allow: () => true,
  async run({ tx }, { account }, { password }) {
    if (!account || account.disabledAt) refuse('missing', 'reset.over');
    const problem = passwordProblem(password, account.username);
    if (problem) refuse('invalid', 'form.invalid', { fields: { password: { code: problem } } });
    await setPasswordHash(tx, account.personId, await hashPassword(password));
    await deleteSessionsOf(tx, account.personId);
    await forgetDevices(tx, account.personId);
    await dropTicketsOf(tx, account.personId, 'reset', 'second_step', 'email');
  },
  audit: ({ account }) => ({ subjectKind: 'account', ...(account && { subjectId: account.personId }) }),
});
