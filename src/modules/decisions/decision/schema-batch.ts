import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { readPicks } from './rules.ts';

const Place = z.object({ cycle: Id, level: z.enum(LEVELS), unit: Id });

/** Where the form of an address stands; undefined when the address does not say. */
export function batchPlaceOf(address: URLSearchParams) {
  const { data } = Place.safeParse(Object.fromEntries(address));
  return data && { cycleId: data.cycle, level: data.level, unitId: data.unit };
}

/** What the form holds, as the action takes it; the picks travel in one field, so that no page of the list loses them. */
export function batchOf(address: URLSearchParams, values: Record<string, string>) {
  const { number = '', decidedOn = '', signer = '', signerPost = '', titleGroupId = '', picked = '' } = values;
  const place = batchPlaceOf(address) ?? { cycleId: 0, level: 'commune' as const, unitId: 0 };
  return { ...place, number, decidedOn, signer, signerPost, titleGroupId, picks: readPicks(picked) };
}
