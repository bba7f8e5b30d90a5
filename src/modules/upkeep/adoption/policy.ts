import { mayWriteFor } from '#modules/initiatives/registration/policy.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Whoever may write for the registrant tells from which model this one was learnt. */
export const mayAdopt = (actor: Actor, registration: Registration): true | Reason => mayWriteFor(actor, registration);
