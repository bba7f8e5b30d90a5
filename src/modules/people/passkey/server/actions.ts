import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { systemScope } from '../../scope/rules.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { deleteSessionsOf } from '../../session/server/store.ts';
import { dropTicket, issueTicket, ticketForUpdate } from '../../ticket/server/store.ts';
import { KEY_MINUTES, MOST_KEYS } from '../rules.ts';
import { AddKey, AskKey, KeyId } from '../schema.ts';
import * as store from './store.ts';

/** The system's eyes for tickets; the account stays the actor's own. */
const asSystem = (ctx: Context): Context => ({ ...ctx, scope: systemScope() });

/** What a browser needs to make a key for who is signed in: the options for it, and a ticket to keep until the answer. */
export const askForKey = (ctx: Context, typed: z.input<typeof AskKey>) => ask(asSystem(ctx), typed);

const ask = action({
  name: 'passkey.ask',
  input: AskKey,
  subject: async (tx, _scope, _input, { actor }) => (actor.id === null ? undefined : accountForUpdate(tx, actor.id)),
  allow: isOwnAccount,
  async run(act, { personId, username, fullName }, { origin }) {
    await mustBeConfirmed(act);
    const known = await store.keyIdsOf(act.tx, personId);
    if (known.length >= MOST_KEYS) refuse('conflict', 'passkey.too_many');
    const options = await generateRegistrationOptions({
      rpName: 'Khéo',
      rpID: new URL(origin).hostname,
      userName: username,
      userDisplayName: fullName,
      userID: new Uint8Array(Buffer.from(`kheo-${personId}`)),
      excludeCredentials: known,
      // The key opens by itself, without a name typed, and asks for finger or number: it is both factors.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const body = { challenge: options.challenge };
    return {
      options,
      ticket: await issueTicket(act.tx, { purpose: 'passkey', personId, body, minutes: KEY_MINUTES }, act.now),
    };
  },
  audit: () => null,
});

/** Keeps the key that the browser has made. Ends every other session. */
export const addKey = (ctx: Context, typed: z.input<typeof AddKey>): Promise<void> => add(asSystem(ctx), typed);

const add = action({
  name: 'passkey.add',
  input: AddKey,
  async subject(tx, _scope, { ticket }, { actor, now }) {
    const held = await ticketForUpdate<{ challenge: string }>(tx, 'passkey', ticket, now);
    if (actor.id === null) return undefined;
    return { personId: actor.id, challenge: held?.personId === actor.id ? held.body.challenge : undefined };
  },
  allow: isOwnAccount,
  async run(act, { personId, challenge }, { ticket, answer, label, origin }) {
    await mustBeConfirmed(act);
    if (!challenge) refuse('conflict', 'passkey.failed');
    const verified = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
    }).catch(() => undefined);
    if (!verified?.verified) refuse('invalid', 'passkey.failed');
    const { credential, credentialBackedUp: synced } = verified.registrationInfo;
    const { id, counter, transports = [] } = credential;
    const key = { id, personId, publicKey: Buffer.from(credential.publicKey), counter, transports, label, synced };
    if (!(await store.insertPasskey(act.tx, key, act.now))) refuse('conflict', 'passkey.failed');
    await dropTicket(act.tx, ticket);
    await deleteSessionsOf(act.tx, personId, act.ctx.session);
  },
  audit: ({ personId }, _result, { label }) => ({ subjectKind: 'account', subjectId: personId, after: { label } }),
});

/** The key opens nothing any more. */
export const removeKey = action({
  name: 'passkey.remove',
  input: KeyId,
  subject: (tx, _scope, { id }) => store.passkeyForUpdate(tx, id),
  allow: isOwnAccount,
  async run(act, { id, personId }) {
    await mustBeConfirmed(act);
    await store.deletePasskey(act.tx, id);
    await deleteSessionsOf(act.tx, personId, act.ctx.session);
  },
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId }),
});
