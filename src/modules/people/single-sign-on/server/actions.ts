import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { log } from '#platform/server/log.ts';
import { askProvider, type Checks, hearProvider, type Identity } from '#platform/server/oidc.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { NO_PASSWORD } from '../../account/rules.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { claimLinked } from '../../invitation/server/actions-claim.ts';
import { openInvitationForUpdate } from '../../invitation/server/store.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import { STEP_MINUTES } from '../../second-factor/rules.ts';
import { secondFactorForUpdate } from '../../second-factor/server/store.ts';
import type { From } from '../../session/rules.ts';
import type { HalfSession } from '../../session/server/actions.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { type NewSession, startSession } from '../../session/server/store.ts';
import { countBegun } from '../../session/server/store-begun.ts';
import { dropTicket, issueTicket, ticketForUpdate } from '../../ticket/server/store.ts';
import { WAY_MINUTES } from '../rules.ts';
import { Begin, Enter, Link, TakeWay, Unlink } from '../schema.ts';
import * as store from './store.ts';

interface Way {
  checks: Checks;
  next: string;
  /** The invitation that whoever comes back claims. */
  invitationId?: number;
}
const asSystem = (ctx: Context): Context => ({ ...ctx, scope: systemScope() });

/** Begins the way to the provider: where to go, and the ticket that the browser keeps until it is back. */
export async function beginSingleSignOn(
  ctx: Context,
  { link, next, invitation, address }: Pick<z.input<typeof Begin>, 'link' | 'next' | 'invitation' | 'address'>,
): Promise<{ url: string; ticket: string }> {
  const { url, checks } = await askProvider().catch(unreachable);
  return { url: url.href, ticket: await begin(asSystem(ctx), { link, next, invitation, address, checks }) };
}

/**
 * Ends it: signs in whose account the subject is linked to, or links it to who set out signed in. Nobody is known by an
 * address; but who set out with an invitation opens the account that it is for. Refuses `single_sign_on.failed` when the answer is not one to our question, `.unknown` when nobody is linked.
 */
export async function finishSingleSignOn(
  ctx: Context,
  came: { ticket: string; search: string; from: From },
): Promise<{ begun: NewSession | HalfSession | null; next: string }> {
  const way = await take(asSystem(ctx), { ticket: came.ticket });
  const identity = await hearProvider(came.search, way.body.checks).catch((error: unknown): never => {
    log('warn', 'Single sign-on did not come to its end.', { requestId: ctx.requestId, error });
    return refuse('forbidden', 'single_sign_on.failed');
  });
  const { next, invitationId } = way.body;
  const from = came.from;
  if (invitationId !== undefined)
    return { begun: await claimLinked(asSystem({ ...ctx, actor: PUBLIC }), { invitationId, identity, from }), next };
  if (way.personId === null)
    return { begun: await enter(asSystem({ ...ctx, actor: PUBLIC }), { identity, from }), next };
  await link(asSystem(ctx), { identity, personId: way.personId });
  return { begun: null, next };
}

function unreachable(error: unknown): never {
  log('error', 'The provider of single sign-on does not answer.', { error });
  return refuse('conflict', 'single_sign_on.unreachable');
}

const begin = action({
  name: 'single_sign_on.begin',
  input: Begin,
  subject: async (tx, _scope, { link, invitation }, { actor, now }) => ({
    personId: link ? actor.id : null,
    invited: invitation === undefined ? null : await openInvitationForUpdate(tx, { token: invitation }, now),
  }),
  allow: (actor, { personId }, _now, { link }) =>
    !link || (personId !== null && actor.id === personId) || { code: 'session.needed' },
  async run(act, { personId, invited }, { link, checks, next, address }) {
    if (link) await mustBeConfirmed(act);
    else await countBegun(act.tx, address, act.now);
    if (invited === undefined) refuse('missing', 'invitation.over');
    const body: Way = { checks, next, ...(invited && { invitationId: invited.id }) };
    return issueTicket(act.tx, { purpose: 'single_sign_on', personId, body, minutes: WAY_MINUTES }, act.now);
  },
  audit: () => null,
});

const take = action({
  name: 'single_sign_on.take',
  input: TakeWay,
  subject: async (tx, _scope, { ticket }, { now }) => ({
    way: await ticketForUpdate<Way>(tx, 'single_sign_on', ticket, now),
  }),
  // Who set out to link an account must still be signed in with it.
  allow: (actor, { way }) => !way?.personId || actor.id === way.personId || { code: 'single_sign_on.failed' },
  async run({ tx }, { way }, { ticket }) {
    if (!way) refuse('forbidden', 'single_sign_on.failed');
    await dropTicket(tx, ticket);
    return way;
  },
  audit: () => null,
});

const enter = action({
  name: 'single_sign_on.enter',
  input: Enter,
  async subject(tx, _scope, { identity }, { now }) {
    const personId = await store.useLink(tx, identity satisfies Identity, now);
    return { account: personId === undefined ? undefined : await accountForUpdate(tx, personId) };
  },
  allow: (_actor, { account }) => (account && !account.disabledAt ? true : { code: 'single_sign_on.unknown' }),
  async run({ tx, now }, { account }, { from }): Promise<NewSession | HalfSession> {
    if (!account) refuse('forbidden', 'single_sign_on.unknown');
    const { personId } = account;
    if ((await secondFactorForUpdate(tx, personId))?.confirmedAt)
      return { ticket: await issueTicket(tx, { purpose: 'second_step', personId, minutes: STEP_MINUTES }, now) };
    return startSession(tx, account, from, now);
  },
  audit: ({ account }, begun) =>
    'ticket' in begun || !account ? null : { subjectKind: 'account', subjectId: account.personId },
});

const link = action({
  name: 'single_sign_on.link',
  input: Link,
  subject: (tx, _scope, { personId }) => accountForUpdate(tx, personId),
  allow: isOwnAccount,
  async run({ tx, now }, { personId }, { identity }) {
    if (!(await store.insertLink(tx, identity, personId, now))) refuse('conflict', 'single_sign_on.taken');
  },
  audit: ({ personId }, _result, { identity }) => ({ subjectKind: 'account', subjectId: personId, after: identity }),
});

/** The provider opens this account no more. */
export const unlinkSingleSignOn = action({
  name: 'single_sign_on.unlink',
  input: Unlink,
  subject: async (tx, _scope, _input, { actor }) => (actor.id === null ? undefined : accountForUpdate(tx, actor.id)),
  allow: isOwnAccount,
  async run(act, { personId, passwordHash }) {
    await mustBeConfirmed(act);
    if (passwordHash === NO_PASSWORD) refuse('conflict', 'single_sign_on.only_way');
    await store.deleteLinks(act.tx, personId);
  },
  audit: ({ personId }) => ({ subjectKind: 'account', subjectId: personId }),
});
