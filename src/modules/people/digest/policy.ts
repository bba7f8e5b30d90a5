import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isSystem } from '../appointment/policy.ts';

/** Letters are queued and sent by the system alone. */
export const maySendDigests = (actor: Actor): true | Reason => isSystem(actor) || { code: 'refusal.not_yours' };
