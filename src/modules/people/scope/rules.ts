import type { Actor, Scope } from '#platform/server/context.ts';

// The only place that makes a Scope; tests/architecture.test.ts keeps it so.
const make = (scope: object) => scope as Scope;
const NOTHING = {
  all: false,
  public: false,
  person: null,
  units: [],
  without: [],
  kept: [],
  wide: false,
  registrants: [],
};

/** What a signed-in person may see: the territory of an office, the rows of a registrant, or (administrator, auditor) all. */
export function scopeOf(actor: Actor): Scope {
  const inForce = actor.appointments.filter((each) => !each.kept);
  const all = inForce.some((each) => each.role === 'administrator' || each.role === 'auditor');
  const registrants = actor.appointments.flatMap((each) => (each.registrantId === null ? [] : [each.registrantId]));
  const kept = actor.appointments.flatMap((each) => (each.role === 'registrant' ? [] : (each.kept ?? [])));
  const offices = inForce.filter((each) => each.role !== 'registrant');
  const units = offices.map((each) => each.unitId);
  // What one appointment may not see yet, another at the same unit may.
  const without = offices.flatMap((each) =>
    offices
      .filter((other) => other.unitId === each.unitId)
      .reduce((left, other) => left.filter((gained) => other.without.includes(gained)), each.without)
      .map((gained) => `${each.unitId}.${gained.slice(gained.lastIndexOf('.') + 1)}`),
  );
  const wide = all || offices.some((each) => each.level === 'province');
  return make({ ...NOTHING, ...(all ? { all } : { units, without, kept }), person: actor.id, wide, registrants });
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
