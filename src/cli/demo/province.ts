import { HOME_COMMUNE, type Member, members, OTHER_COMMUNE } from './accounts.ts';
import { Workshop } from './models.ts';
import { kienGiang, oldAnGiang, type Place } from './places.ts';
import type { Registrant } from './registrants.ts';
import { placesSince } from './since.ts';

/** The units on which work is done at one time. */
export interface Ground {
  /** Those above the communes. */
  upper: Place[];
  /** Where models are made, one for each commune. */
  workshops: Workshop[];
  /** Where the registrants with an account register, in their order. */
  own: Workshop[];
  /** Communes whose officers have an account to try: they find something of everything. */
  busy: Place[];
}

/** Places and people of the demo, the same at every call. */
export interface Province {
  places: Place[];
  /** Units in which no model of the demo stands. */
  neighbours: Place[];
  before: Ground;
  since: Ground;
  /** The registrants for which accounts are appointed. */
  own: Registrant[];
  people: Member[];
}

/** The demo province before anything of it is written; the accounts' own registrants have the first ids. */
export function theProvince(): Province {
  const places = kienGiang();
  const workshops = places.filter((place) => place.level === 'commune').map((place) => new Workshop(place));
  const at = (code: string) => workshops.find(({ place }) => place.code === code) as Workshop;
  const homes = [at(HOME_COMMUNE), at(OTHER_COMMUNE)] as const;
  const before = {
    upper: places.filter((place) => place.level !== 'commune'),
    workshops,
    own: [...homes],
    busy: homes.map(({ place }) => place),
  };
  const own = [ownRegistrant(homes[0], 'Chi hội Phụ nữ', 1), ownRegistrant(homes[1], 'Chi hội Nông dân', 2)] as const;
  const { ground: since, successor } = groundSince(places, before);
  const people = members(places, successor, ...own);
  since.busy.push(
    ...people.filter(({ told, since: { role } }) => told && role === 'commune_officer').map((each) => each.since.place),
  );
  return { places, neighbours: oldAnGiang(places.length + 1), before, since, own: [...own], people };
}

function groundSince(places: readonly Place[], before: Ground): { ground: Ground; successor: (place: Place) => Place } {
  const { province, communes } = placesSince(places);
  const workshops = communes.map(({ place, from }) => {
    const old = before.workshops.find((each) => each.place === from[0]);
    // Who goes on as it was has its registrants still.
    return from.length === 1 && old ? old.at(place) : new Workshop(place);
  });
  const successor = (old: Place): Place => {
    if (old.level === 'province') return province;
    const found = communes.find(
      ({ place, from }) => from.includes(old) || (old.level === 'district' && place.bare === old.bare),
    );
    return found?.place as Place;
  };
  const own = before.own.map(({ place }) => workshops.find((each) => each.place === successor(place)) as Workshop);
  return { ground: { upper: [province], workshops, own, busy: own.map(({ place }) => place) }, successor };
}

function ownRegistrant(workshop: Workshop, start: string, id: number): Registrant {
  const registrant = workshop.registrant(start);
  registrant.id = id;
  return registrant;
}
