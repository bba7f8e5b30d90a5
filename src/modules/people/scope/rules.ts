import type { Actor, Scope } from '#platform/server/context.ts';
import type { Appointment } from '../appointment/rules.ts';

// The only place that makes a Scope; tests/architecture.test.ts keeps it so.
const make = (scope: object) => scope as Scope;
const NOTHING = {
  all: false,
  public: false,
  person: null,
  units: [],
  without: [],
  kept: [],
  sectors: [],
  sectorsWithout: [],
  sectorsKept: [],
  bodies: [],
  administered: [],
  administeredWithout: [],
  wide: false,
  registrants: [],
};

/**
 * What a signed-in person may see: the territory of an office, one sector's part of it, the rows of a registrant, or
 * (administrator, auditor) all.
 */
export function scopeOf(actor: Actor): Scope {
  const inForce = actor.appointments.filter((each) => !each.kept);
  const all = inForce.some((each) => each.role === 'administrator' || each.role === 'auditor');
  const registrants = actor.appointments.flatMap((each) => (each.registrantId === null ? [] : [each.registrantId]));
  const territory = actor.appointments.filter(({ role }) => role !== 'registrant' && role !== 'people_administrator');
  const ofAll = territory.filter((each) => each.sector === null);
  const ofSectors = territory.filter((each) => each.sector !== null);
  const [units, without] = rootsOf(ofAll);
  const [sectors, sectorsWithout] = rootsOf(ofSectors);
  const [administered, administeredWithout] = rootsOf(
    actor.appointments.filter(({ role }) => role === 'people_administrator'),
  );
  const seen = {
    units: units.map(Number),
    without,
    kept: keptOf(ofAll).map(Number),
    sectors,
    sectorsWithout,
    sectorsKept: keptOf(ofSectors),
    administered: administered.map(Number),
    administeredWithout,
  };
  const wide = all || territory.some((each) => !each.kept && each.level === 'province');
  return make({
    ...NOTHING,
    ...(all ? { all } : seen),
    person: actor.id,
    bodies: actor.bodies ?? [],
    wide,
    registrants,
  });
}

/** Which roots some appointments see, and what under each they do not see yet; with its sector before it, where there is one. */
function rootsOf(appointments: readonly Appointment[]): [roots: string[], without: string[]] {
  const inForce = appointments.filter((each) => !each.kept);
  const without = inForce.flatMap((each) =>
    // What one appointment may not see yet, another at the same unit and for the same sector may.
    inForce
      .filter((other) => rootOf(other) === rootOf(each))
      .reduce(
        (left, other) => left.filter((gained) => other.without.some((path) => liesIn(gained, path))),
        each.without,
      )
      .map((gained) => `${rootOf(each)}.${gained.slice(gained.lastIndexOf('.') + 1)}`),
  );
  return [inForce.map(rootOf), without];
}

/** Whether a path is another, or lies under it. */
const liesIn = (path: string, above: string) => `${path}.`.startsWith(`${above}.`);

const keptOf = (appointments: readonly Appointment[]) =>
  appointments.flatMap((each) => (each.kept ?? []).map((unit) => atUnit(each, unit)));
const rootOf = (each: Appointment) => atUnit(each, each.unitId);
const atUnit = ({ sector }: Appointment, unit: number) => (sector ? `${sector.id}.${unit}` : String(unit));

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
