import { isAuditor, isOfficer, isOfficerOver } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Officers read in lists of their own territory; `path` is the place of the office whose list it is. */
export function mayImport(actor: Actor, path: string): true | Reason {
  if (isOfficerOver(actor, path)) return true;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  return { code: isOfficer(actor) ? 'register.why_not.territory' : 'register.why_not.officer' };
}

/** Whether a person reads in lists at all; of which offices, their units say. */
export function mayImportSomewhere(actor: Actor): true | Reason {
  return isOfficer(actor) || mayImport(actor, '');
}

/** Lists that were read in are an office's papers: whoever serves there sees them; a registrant or an officer of a sector does not. */
export function maySeeRegisters(actor: Actor): true | Reason {
  return (
    actor.appointments.some(
      (each) => !['registrant', 'sector_officer', 'people_administrator'].includes(each.role),
    ) || {
      code: 'register.why_not.office',
    }
  );
}
