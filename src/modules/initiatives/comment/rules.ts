import type { Role } from '#modules/people/appointment/rules.ts';

/** Who reads a comment: everybody who reads the record; offices and bodies above it; who serves at one unit (a private note). */
const VISIBILITIES = ['readers', 'officers', 'body'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Where a comment is to be read; `unitId` is of a private note, else null. */
export interface Audience {
  visibility: Visibility;
  unitId: number | null;
}

/** Somebody who may be named in a comment, with what of it they would read. */
export interface Mentionable {
  id: number;
  name: string;
  role: Role;
  unit: string | null;
  /** Reads what is said among offices. */
  asOfficer: boolean;
  /** Units whose private notes about this model they read. */
  seats: number[];
}

/** Characters of a comment. */
export const TEXT_MAX = 4_000;
/** People named in one comment. */
export const MENTIONS_MAX = 10;
/** Minutes within which its author may put it otherwise. */
const EDIT_MINUTES = 15;
/** Comments of one person in ten minutes. */
export const IN_TEN_MINUTES = 20;

/** Whether somebody reads what is said to an audience. */
export function reads({ asOfficer, seats }: Pick<Mentionable, 'asOfficer' | 'seats'>, to: Audience): boolean {
  if (to.visibility === 'readers') return true;
  return to.visibility === 'officers' ? asOfficer : to.unitId !== null && seats.includes(to.unitId);
}

/** Whether a comment may still be put otherwise. */
export const isFresh = (at: Date, now: Date): boolean => now.getTime() - at.getTime() <= EDIT_MINUTES * 60_000;

/** An audience as a form writes it: `readers`, `officers`, or `body-4` for the notes of unit 4. */
export const choiceOf = ({ visibility, unitId }: Audience): string =>
  unitId === null ? visibility : `${visibility}-${unitId}`;
