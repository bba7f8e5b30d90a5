import type { Actor, Scope } from '#platform/server/context.ts';

// The only place that makes a Scope; tests/architecture.test.ts keeps it so.
const make = (scope: object) => scope as Scope;
const NOTHING = { all: false, public: false, person: null, units: [], wide: false, registrants: [] };

/** What a signed-in person may see: the territory of an office, the rows of a registrant, or (administrator, auditor) all. */
export function scopeOf(actor: Actor): Scope {
  const all = actor.appointments.some((each) => each.role === 'administrator' || each.role === 'auditor');
  const registrants = actor.appointments.flatMap((each) => (each.registrantId === null ? [] : [each.registrantId]));
  const offices = actor.appointments.filter((each) => each.role !== 'registrant');
  const units = offices.map((each) => each.unitId);
  const wide = all || offices.some((each) => each.level === 'province');
  return make({ ...NOTHING, all, person: actor.id, units: all ? [] : units, wide, registrants });
}

/** What anyone may see: what has been published. */
export function publicScope(): Scope {
  return make({ ...NOTHING, public: true });
}

/** Everything: commands on the machine, jobs, and sign-in before it knows who is there. */
export function systemScope(): Scope {
  return make({ ...NOTHING, all: true, wide: true });
}

export const SYSTEM: Actor = { id: null, name: 'system', appointments: [] };
export const PUBLIC: Actor = { id: null, name: 'public', appointments: [] };
