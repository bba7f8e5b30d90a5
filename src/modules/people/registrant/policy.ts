import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import {
  holds,
  isAdministrator,
  isOfficer,
  isOfficerOver,
  isSectorOfficerOver,
  sectorsOver,
} from '../appointment/policy.ts';
import type { Registrant } from './rules.ts';

const NOT_YOURS: Reason = { code: 'refusal.not_yours' };

/** Who answers for a unit names the registrants in it, and says which sector each belongs to. */
export function mayName(actor: Actor, path: string): true | Reason {
  return isOfficerOver(actor, path) || holds(actor, ['administrator'], path) !== undefined || NOT_YOURS;
}

/** As above; who serves a sector there names those of it. */
export function mayNameSome(actor: Actor, path: string): true | Reason {
  return sectorsOver(actor, path).length > 0 || mayName(actor, path);
}

/** Whether this registrant of the unit at `path` is one of those. */
export function mayNameThis(actor: Actor, path: string, { sectorId }: Pick<Registrant, 'sectorId'>): true | Reason {
  if (mayName(actor, path) === true || isSectorOfficerOver(actor, sectorId, path)) return true;
  return { code: 'registrant.other_sector' };
}

/** Who opens the page of sectors: whoever names registrants somewhere. */
export function mayPlaceSectors(actor: Actor): true | Reason {
  return isOfficer(actor) || isAdministrator(actor) || { code: 'registrant.only_offices' };
}
