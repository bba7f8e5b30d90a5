import { isAuditor, isOfficerOver, isSectorOfficerOver, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isRegistrantOf } from '../registration/policy.ts';
import type { Registration } from '../registration/rules.ts';

/** Who registered the model, an office over it, that of its sector, and who judges it at a level: they prove what they say. */
export function mayAttach(actor: Actor, registrations: readonly Registration[]): true | Reason {
  const may = registrations.some(
    (each) =>
      isRegistrantOf(actor, each) ||
      isOfficerOver(actor, each.keeperPath) ||
      isSectorOfficerOver(actor, each.sectorId, each.keeperPath) ||
      servesAt(actor, each.responsibleUnitId),
  );
  return may || { code: isAuditor(actor) ? 'refusal.read_only' : 'refusal.not_yours' };
}

/** Who added a file, or an office over the model, takes it away. */
export function mayRemove(actor: Actor, registrations: readonly Registration[], addedBy: number): true | Reason {
  const may =
    (actor.id === addedBy && mayAttach(actor, registrations) === true) ||
    registrations.some((each) => isOfficerOver(actor, each.keeperPath));
  return may || { code: isAuditor(actor) ? 'refusal.read_only' : 'attachment.why_not.others' };
}
