import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Actor } from '#platform/server/context.ts';
import { type Appointment, OFFICER_LEVEL, type Role, reaches } from './rules.ts';

/** The system itself: commands run on the machine, and jobs. */
export function isSystem(actor: Actor): boolean {
  return actor.id === null && actor.appointments.length === 0 && actor.name === 'system';
}

/** The first appointment of the actor in one of `roles` that reaches `path`. */
export function holds(actor: Actor, roles: readonly Role[], path: string): Appointment | undefined {
  return actor.appointments.find((each) => roles.includes(each.role) && reaches(each, path));
}

/** Officers of any level whose territory holds `path`. */
export function isOfficerOver(actor: Actor, path: string): boolean {
  return (
    isSystem(actor) || holds(actor, ['commune_officer', 'district_officer', 'provincial_officer'], path) !== undefined
  );
}

/** Who serves this sector at a unit at or above `path`; what is in no sector is nobody's. */
export function isSectorOfficerOver(actor: Actor, sectorId: number | null, path: string): boolean {
  return actor.appointments.some(
    (each) => each.role === 'sector_officer' && each.sector?.id === sectorId && reaches(each, path),
  );
}

/** The sectors that an actor serves at or above `path`. */
export function sectorsOver(actor: Actor, path: string): number[] {
  return actor.appointments.flatMap((each) =>
    each.sector && !each.kept && reaches(each, path) ? [each.sector.id] : [],
  );
}

export function isSectorOfficer(actor: Actor): boolean {
  return actor.appointments.some((each) => each.role === 'sector_officer' && !each.kept);
}

/** The officer or committee member who serves at exactly this unit. */
export function servesAt(actor: Actor, unitId: number): boolean {
  return (
    isSystem(actor) ||
    actor.appointments.some(
      (each) =>
        each.unitId === unitId && !each.kept && (each.role in OFFICER_LEVEL || each.role === 'committee_member'),
    )
  );
}

/** Who served at a unit of this level until it ended and keeps its open work: by the path of the unit that the work is recorded at. */
export function keepsAt(actor: Actor, level: Level, path: string): boolean {
  return actor.appointments.some(
    (each) =>
      each.kept !== null &&
      each.level === level &&
      (each.role in OFFICER_LEVEL || each.role === 'committee_member') &&
      reaches(each, path),
  );
}

export function isOfficer(actor: Actor): boolean {
  return isSystem(actor) || actor.appointments.some((each) => each.role in OFFICER_LEVEL && !each.kept);
}

export function isAdministrator(actor: Actor): boolean {
  return isSystem(actor) || actor.appointments.some((each) => each.role === 'administrator' && !each.kept);
}

/** Lets people in at a unit and under it. */
export function isPeopleAdministrator(actor: Actor): boolean {
  return actor.appointments.some((each) => each.role === 'people_administrator' && !each.kept);
}

/** Whether an actor administers people at a unit; `below`: at one that stands under a unit of theirs. */
export function administersAt(actor: Actor, unit: { id: number; path: string }, below = false): boolean {
  return actor.appointments.some(
    (each) =>
      each.role === 'people_administrator' &&
      !each.kept &&
      reaches(each, unit.path) &&
      !(below && each.unitId === unit.id),
  );
}

/** Reads all, writes nothing. */
export function isAuditor(actor: Actor): boolean {
  return actor.appointments.some((each) => each.role === 'auditor' && !each.kept);
}
