import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isAdministrator, isAuditor } from '../appointment/policy.ts';
import type { Role } from '../appointment/rules.ts';

/** What a policy needs of an office: whose, which role, and where on today's tree. */
interface OfOffice {
  personId: number;
  role: Role;
  path: string;
}

/** An office is handed over by administrators; its holder proposes. */
export function mayHandOver(actor: Actor, office: OfOffice): true | Reason {
  if (isAdministrator(actor)) return true;
  if (actor.id === office.personId) return { code: 'handover.why_not.own' };
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'handover.why_not.appoints' };
}

/** Whoever hands over also proposes; so does who leaves. */
export function mayProposeHandover(actor: Actor, office: OfOffice): true | Reason {
  return actor.id === office.personId || mayHandOver(actor, office);
}

/** A proposal is declined by whoever could carry it out, and withdrawn by who proposed it or leaves. */
export function mayCloseHandover(actor: Actor, office: OfOffice, proposedBy: number | null): true | Reason {
  return (actor.id !== null && actor.id === proposedBy) || mayProposeHandover(actor, office);
}

/** Taking note of what was handed over is the successor's own. */
export function mayReceiveHandover(actor: Actor, handover: { toPersonId: number }): true | Reason {
  return actor.id === handover.toPersonId || { code: 'handover.why_not.successor' };
}

/** Whether proposals wait for this person at all, so that nobody else asks the database for them. */
export function decidesHandovers(actor: Actor): boolean {
  return isAdministrator(actor);
}
