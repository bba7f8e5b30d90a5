import type { Reason } from '#platform/refusal.ts';

/** The first unit of an empty place may be made by whoever sets it up; a second root would be a second province. */
export function mayCreateRoot(unitsThere: number): true | Reason {
  return unitsThere === 0 || { code: 'unit.root_exists' };
}
