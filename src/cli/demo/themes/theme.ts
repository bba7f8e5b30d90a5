import type { Trait } from '../places.ts';

/** What kind of body registers; each belongs to one sector system (see ../words/sectors.ts). */
export type Kind =
  | 'party'
  | 'government'
  | 'front'
  | 'women'
  | 'farmers'
  | 'youth'
  | 'veterans'
  | 'union'
  | 'forces'
  | 'health'
  | 'schools'
  | 'enterprises';

/**
 * A kind of model that many places have, as templates. {noi} is the hamlet, school or commune, {xa} the commune,
 * {ho} households, {nguoi} people, {tien} million đồng, {km} kilometres, {pt} percent, {so} a small number, {nam} the year.
 */
export interface Theme {
  /** Named where an article links to such models. */
  key?: string;
  /** Who would register this. */
  by: readonly Kind[];
  /** Only where the place is like this. */
  where?: Trait;
  names: readonly string[];
  /** Names under which one person registers it; absent = no matter for one person. */
  own?: readonly string[];
  why: string;
  aim: string;
  how: string;
  whom: string;
  out: string;
}
