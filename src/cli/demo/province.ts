import { HOME_COMMUNE, type Member, members, OTHER_COMMUNE } from './accounts.ts';
import { Workshop } from './models.ts';
import { kienGiang, oldAnGiang, type Place } from './places.ts';
import type { Registrant } from './registrants.ts';

/** Places and people of the demo, the same at every call. */
export interface Province {
  places: Place[];
  /** Units in which no model of the demo stands. */
  neighbours: Place[];
  /** Where models are made, one for each commune. */
  workshops: Workshop[];
  /** The registrants for which accounts are appointed. */
  own: Registrant[];
  people: Member[];
}

/** The demo province before anything of it is written; the accounts' own registrants have the first ids. */
export function theProvince(): Province {
  const places = kienGiang();
  const workshops = places.filter((place) => place.level === 'commune').map((place) => new Workshop(place));
  const own = [
    ownRegistrant(workshops, HOME_COMMUNE, 'Chi hội Phụ nữ', 1),
    ownRegistrant(workshops, OTHER_COMMUNE, 'Chi hội Nông dân', 2),
  ];
  const neighbours = oldAnGiang(places.length + 1);
  return { places, neighbours, workshops, own, people: members(places, own[0] as Registrant, own[1] as Registrant) };
}

function ownRegistrant(workshops: readonly Workshop[], commune: string, start: string, id: number): Registrant {
  const workshop = workshops.find(({ place }) => place.code === commune) as Workshop;
  const registrant = workshop.registrant(start);
  registrant.id = id;
  return registrant;
}
