import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { z } from 'zod';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { systemScope } from '../../scope/rules.ts';
import { confirmFailures, prove } from '../../session/server/actions-confirm.ts';
import { setConfirmed } from '../../session/server/store.ts';
import { dropTicket, issueTicket, ticketForUpdate } from '../../ticket/server/store.ts';
import { KEY_MINUTES } from '../rules.ts';
import { AskKey, ConfirmByKey } from '../schema.ts';
import { isUsed } from './actions-enter.ts';
import { keyIdsOf, passkeyForUpdate } from './store.ts';

/** The system's eyes for tickets and counts; the account stays the actor's own. */
const asSystem = (ctx: Context): Context => ({ ...ctx, scope: systemScope() });

/** What a browser needs to ask one of the actor's own keys who is there, and a ticket to keep until the answer. */
export const askToConfirm = (ctx: Context, typed: z.input<typeof AskKey>) => ask(asSystem(ctx), typed);

const ask = action({
  name: 'passkey.ask_confirm',
  input: AskKey,
  subject: async (tx, _scope, _input, { actor }) => (actor.id === null ? undefined : accountForUpdate(tx, actor.id)),
  allow: isOwnAccount,
  async run({ tx, now }, { personId }, { origin }) {
    const options = await generateAuthenticationOptions({
      rpID: new URL(origin).hostname,
      allowCredentials: (await keyIdsOf(tx, personId)) as { id: string }[],
      userVerification: 'required',
    });
    const body = { challenge: options.challenge, confirms: true };
    return {
      options,
      ticket: await issueTicket(tx, { purpose: 'passkey', personId, body, minutes: KEY_MINUTES }, now),
    };
  },
  audit: () => null,
});

/**
 * Proves by a key who is signed in, in place of the password, for the acts that matter in the next quarter of an hour. Counted
 * and closed as wrong passwords are; refuses 422 `passkey.failed` whatever was wrong.
 */
export const confirmByKey = (ctx: Context, typed: z.input<typeof ConfirmByKey>): Promise<void> =>
  confirm(asSystem(ctx), typed);

const confirm = action({
  name: 'passkey.confirm',
  input: ConfirmByKey,
  async subject(tx, _scope, { ticket, answer }, { actor, session, now }) {
    const account = actor.id === null || !session ? undefined : await accountForUpdate(tx, actor.id);
    if (!account || !session) return undefined;
    const { personId } = account;
    const held = await ticketForUpdate<{ challenge: string; confirms?: true }>(tx, 'passkey', ticket, now);
    const asked = held?.personId === personId && held.body.confirms ? held.body.challenge : undefined;
    const failures = await confirmFailures(tx, personId, now);
    return { personId, session, asked, failures, key: await passkeyForUpdate(tx, answer.id) };
  },
  allow: isOwnAccount,
  async run(act, { personId, session, asked, failures, key }, { ticket, answer, origin }) {
    const { tx, now } = act;
    const isRight = async () =>
      asked !== undefined &&
      key?.personId === personId &&
      (await isUsed(tx, key, { answer, challenge: asked, origin }, now));
    await prove(act, failures, isRight, { field: 'confirm', code: 'passkey.failed' });
    await dropTicket(tx, ticket);
    await setConfirmed(tx, session, now);
  },
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId, after: { confirmedBy: 'key' } }),
});
