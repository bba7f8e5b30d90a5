import type { Level } from '#modules/organisations/unit/rules.ts';

export const ROLES = [
  'registrant',
  'commune_officer',
  'district_officer',
  'provincial_officer',
  'committee_member',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** A role at a unit, in force on the day of the request; `path` is the unit's place on today's tree. */
export interface Appointment {
  role: Role;
  unitId: number;
  unitName: string;
  level: Level;
  path: string;
  registrantId: number | null;
}

declare module '#platform/server/context.ts' {
  interface Actor {
    readonly appointments: readonly Appointment[];
  }
}

/** The level at which an officer of each role serves. */
export const OFFICER_LEVEL: Partial<Record<Role, Level>> = {
  commune_officer: 'commune',
  district_officer: 'district',
  provincial_officer: 'province',
};
