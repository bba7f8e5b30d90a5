import type { PersonName } from './cast.ts';
import { type Hidden, type Holder, placeOf, SEES } from './secrets.ts';

/** Who asks: a person of the cast, or nobody. */
export type Asker = PersonName | null;
type Status = 200 | 303 | 403 | 404 | 405;

export interface Page {
  /** Its addresses that name something of a holder; of a page without such a name the one address there is. */
  paths(holder: Holder, hidden: Hidden): string[];
  /** What the asker gets of them. */
  answers(asker: Asker, holder: Holder): Status;
  /** What the asker gets when the name in the address is nobody's; left out where the address names nothing. */
  nothing?(asker: Asker): Status;
}

export const plain =
  (answers: (asker: Asker) => Status, ...queries: string[]) =>
  (route: string): Page => ({
    paths: () => ['', ...queries].map((query) => route + query),
    answers,
  });
export const anyone = plain(() => 200);
export const signedIn = (...queries: string[]) => plain((asker) => (asker ? 200 : 303), ...queries);
export const only = (...people: PersonName[]) => plain((asker) => (asker ? (people.includes(asker) ? 200 : 403) : 303));

export const gone = (asker: Asker): Status => (asker ? 404 : 303);
/** A page of one thing: there for who sees its holder's rows, and for nobody else. */
export const of =
  (idsOf: (hidden: Hidden, holder: Holder) => (number | string)[], sees = seesRows) =>
  (route: string): Page => ({
    paths: (holder, hidden) => idsOf(hidden, holder).map((id) => route.replace(/\[\w+\]/, String(id))),
    answers: (asker, holder) => (asker ? (sees(asker, holder) ? 200 : 404) : 303),
    nothing: gone,
  });
export const seesRows = (person: PersonName, holder: Holder) => SEES[person].includes(holder);
export const seesUnit = (person: PersonName, holder: Holder) =>
  !person.endsWith('registrant') && person !== 'sector_officer' && seesRows(person, holder);
/** Where somebody reads anything at all: an officer of a sector, everywhere in the province, and there only of that sector. */
export const seesPlace = (person: PersonName, holder: Holder) =>
  person === 'sector_officer' || seesUnit(person, holder);
export const isOwner = (person: PersonName, holder: Holder) => person === placeOf(holder).writer;

export const OFFICERS = [
  'commune_officer',
  'sibling_officer',
  'other_officer',
  'district_officer',
  'other_district_officer',
  'provincial_officer',
] as const;
