import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import { type NewSession, startSession } from '../../session/server/store.ts';
import { countBegun } from '../../session/server/store-begun.ts';
import { dropTicket, issueTicket, ticketForUpdate } from '../../ticket/server/store.ts';
import { KEY_MINUTES } from '../rules.ts';
import { AskKey, EnterByKey } from '../schema.ts';
import { noteUse, type Passkey, passkeyForUpdate } from './store.ts';

const unknown = (ctx: Context): Context => ({ ...ctx, actor: PUBLIC, scope: systemScope() });

/** What a browser needs to ask its keys for one that opens this site, and a ticket to keep until the answer. */
export const askToEnter = (ctx: Context, typed: z.input<typeof AskKey>) => ask(unknown(ctx), typed);

const ask = action({
  name: 'passkey.challenge',
  input: AskKey,
  subject: async () => ({}),
  allow: () => true,
  async run({ tx, now }, _nobody, { origin, address }) {
    await countBegun(tx, address, now);
    // No list of keys: what an account has is told to nobody.
    const options = await generateAuthenticationOptions({
      rpID: new URL(origin).hostname,
      userVerification: 'required',
    });
    const body = { challenge: options.challenge };
    return { options, ticket: await issueTicket(tx, { purpose: 'passkey', body, minutes: KEY_MINUTES }, now) };
  },
  audit: () => null,
});

/** Whether a key has answered a question asked at `origin`, and was not behind its last use; if so the use is noted. */
export async function isUsed(
  tx: WriteDb,
  key: Passkey,
  { answer, challenge, origin }: { answer: unknown; challenge: string; origin: string },
  now: Date,
): Promise<boolean> {
  const verified = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    credential: { ...key, publicKey: new Uint8Array(key.publicKey) },
  }).catch(() => undefined);
  if (!verified?.verified) return false;
  const { newCounter: counter, credentialBackedUp: synced } = verified.authenticationInfo;
  await noteUse(tx, key.id, { counter, synced }, now);
  return true;
}

/**
 * Opens a session by a key. It is had and asks for finger or number, so it stands for password and code both; nothing is
 * guessed here, so no count of wrong tries closes it. Refuses 403 `passkey.failed` whatever was wrong.
 */
export const enterByKey = (ctx: Context, typed: z.input<typeof EnterByKey>): Promise<NewSession> =>
  enter(unknown(ctx), typed);

const enter = action({
  name: 'passkey.enter',
  input: EnterByKey,
  async subject(tx, _scope, { ticket, answer }, { now }) {
    const held = await ticketForUpdate<{ challenge: string }>(tx, 'passkey', ticket, now);
    const key = await passkeyForUpdate(tx, answer.id);
    const account = key && (await accountForUpdate(tx, key.personId));
    return { challenge: held?.personId === null ? held.body.challenge : undefined, key, account };
  },
  allow: (_actor, { challenge, key, account }) =>
    challenge && key && account && !account.disabledAt ? true : { code: 'passkey.failed' },
  async run({ tx, now }, { challenge, key, account }, { ticket, answer, origin, from }) {
    if (!challenge || !key || !account) refuse('forbidden', 'passkey.failed');
    if (!(await isUsed(tx, key, { answer, challenge, origin }, now))) refuse('forbidden', 'passkey.failed');
    await dropTicket(tx, ticket);
    return startSession(tx, account, from, now);
  },
  audit: (_subject, { personId }) => ({ subjectKind: 'account', subjectId: personId }),
});
