import { isUnder, type Level } from '#modules/organisations/unit/rules.ts';

export const ROLES = [
  'registrant',
  'commune_officer',
  'district_officer',
  'provincial_officer',
  'committee_member',
  'sector_officer',
  'people_administrator',
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
  /** The one sector system that a sector officer serves; null for everybody else. */
  sector: { id: number; vi: string; en: string } | null;
  /** Paths of what has come under the unit by a reorganisation and is not approved for this appointment yet. */
  without: readonly string[];
  /** The units whose open work its holder keeps, when it ended with its unit; null while it is in force. */
  kept: readonly number[] | null;
  /** Whom its holder stands for while they are away, and to which day; nothing where the office is one's own. */
  standsFor?: { id: number; name: string; until: string } | null;
}

/** Under which name something is done in another's place, as it stands in time lines, minutes and the audit. */
export const inPlaceOf = (name: string, absent: string) => `${name} (thay ${absent})`;

/** Whom an actor stands for today. */
export const stoodFor = (actor: { appointments: readonly Appointment[] }): number[] =>
  actor.appointments.flatMap(({ standsFor }) => (standsFor ? [standsFor.id] : []));

/**
 * True when an appointment reaches a unit by its path on today's tree: its territory, or work that it keeps. A sector officer's
 * reaches only what is of that sector there: ask `isSectorOfficerOver`.
 */
export function reaches(appointment: Appointment, path: string): boolean {
  if (appointment.kept) return appointment.kept.includes(Number(path.slice(path.lastIndexOf('.') + 1)));
  return isUnder(path, appointment.path) && !appointment.without.some((gained) => isUnder(path, gained));
}

declare module '#platform/server/context.ts' {
  interface Actor {
    readonly appointments: readonly Appointment[];
    /** Ids of the bodies that the person is on today. */
    readonly bodies?: readonly number[];
  }
}

/** The level at which an officer of each role serves. */
export const OFFICER_LEVEL: Partial<Record<Role, Level>> = {
  commune_officer: 'commune',
  district_officer: 'district',
  provincial_officer: 'province',
};
