import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayGive, mayManagePeople } from '../account/policy.ts';
import type { Role } from '../appointment/rules.ts';
import type { Deputy } from './rules.ts';

interface OfOffice {
  personId: number;
  role: Role;
  unitId: number;
  path: string;
}

/** A deputy is named by who will be away, or by who could give the office. */
export function mayNameDeputy(actor: Actor, { personId, role, unitId, path }: OfOffice): true | Reason {
  if (actor.id === personId) return true;
  if (mayManagePeople(actor) !== true) return { code: 'deputy.why_not.appoints' };
  return mayGive(actor, { role, unit: { id: unitId, path }, personId });
}

/** Ended early by either of the two, or by who could have named them. */
export function mayEndDeputy(actor: Actor, { absentId, deputyId, role, unitId, path }: Deputy): true | Reason {
  return actor.id === deputyId || mayNameDeputy(actor, { personId: absentId, role, unitId, path });
}
