import type { Level } from '#modules/organisations/unit/rules.ts';
import { OFFICER_LEVEL, type Role } from '../appointment/rules.ts';

const DAY = 86_400_000;
/** How long a request waits for its answer, and how long after that what was typed in it is kept. */
export const REQUEST = { life: 14 * DAY, kept: DAY };

/** What may be asked for by whoever comes; everything else is given, not asked for. */
export const ROLES_ASKED = [
  'registrant',
  'commune_officer',
  'district_officer',
  'provincial_officer',
  'committee_member',
] as const satisfies readonly Role[];
export type RoleAsked = (typeof ROLES_ASKED)[number];

/** The roles that serve at a unit of this level. */
export function rolesAt(level: Level): RoleAsked[] {
  return ROLES_ASKED.filter((role) => (OFFICER_LEVEL[role] ?? level) === level);
}

/** A telephone number by its digits alone: '0912 345 678' is '0912345678'; nothing when it is none. */
export function phoneOf(typed: string): string | null {
  const digits = typed.replace(/[\s.()-]/g, '');
  return /^\+?\d{8,15}$/.test(digits) ? digits : null;
}
