import type { Place } from './places.ts';
import type { Registrant } from './registrants.ts';
import type { Theme } from './themes/theme.ts';

/** A model of the demo before it gets its rows. */
export interface Model {
  /** Given when it is written, in the order of being entered. */
  id: number;
  /** The year of its first entry. */
  year: number;
  /** The instant of its first entry. */
  enteredAt: string;
  name: string;
  place: Place;
  registrant: Registrant;
  fieldId: number;
  theme: Theme;
  /** All nine parts are written out; the others are as short as an office's list. */
  full: boolean;
  /** The day it was made public, and under whose name. */
  publishedOn: string | null;
  /** A model carried over may have been sent anew. */
  versions: { id: number; year: number; published: boolean }[];
}
