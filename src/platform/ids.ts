import { z } from 'zod';

/** The largest number that a column of the database takes (integer, 4 bytes). */
const MOST = 2_147_483_647;

/** The number of a record as a form or an address gives it; `code`: what is said of anything else. */
export const idOr = (code?: string) => z.coerce.number(code).int(code).positive(code).max(MOST, code);
export const Id = idOr();
/** How many, or the how-manieth: from nothing on. */
export const Count = z.coerce.number().int().nonnegative().max(MOST);
