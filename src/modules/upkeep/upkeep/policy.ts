import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { isAuditor, isOfficerOver, isSystem, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { knows, type Standing, type UpkeepAct } from './rules.ts';

/** The office of the unit that keeps a model, and those above, say how it stands. */
function mayLookAfter(actor: Actor, { keeperPath }: Registration): true | Reason {
  if (isOfficerOver(actor, keeperPath)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'upkeep.why_not.office' };
}

/** What a unit's body has recognised, it alone takes back, and gives back. */
function mayTakeBack(actor: Actor, { responsibleUnitId, level }: Registration): true | Reason {
  if (isSystem(actor) || servesAt(actor, responsibleUnitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: `upkeep.why_not.level_${level}` };
}

const RULES = { check: mayLookAfter, resume: mayLookAfter, revoke: mayTakeBack, restore: mayTakeBack };

/** True, or why this act is withheld: how the model stands first, then the duty. `registration` is the one last recognised. */
export function mayKeepUp(
  actor: Actor,
  model: { registration: Registration; standing: Standing | null },
  act: UpkeepAct,
): true | Reason {
  if (model.standing === null) return { code: 'upkeep.why_not.not_recognised' };
  if (!knows(model.standing, act)) return { code: `upkeep.why_not.state.${act}` };
  return RULES[act](actor, model.registration);
}
