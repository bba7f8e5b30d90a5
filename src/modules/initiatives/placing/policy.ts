import { isAdministrator, isOfficer, isOfficerOver } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

const WHY_NOT: Reason = { code: 'registration.why_not.place' };

/** Whoever places the models of a unit that was divided: administrators, and officers whose territory reaches it. */
export function mayPlace(actor: Actor, dividedPath: string): true | Reason {
  return isAdministrator(actor) || isOfficerOver(actor, dividedPath) ? true : WHY_NOT;
}

/** Whoever may open the page on which that is done; it shows them what they see. */
export function mayOpenPlacing(actor: Actor): true | Reason {
  return isAdministrator(actor) || isOfficer(actor) ? true : WHY_NOT;
}
