import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import type { ListRow } from './rules.ts';

/** A list as it was read; `asOf` is the day whose units its names and codes are. */
export const ReceivePeople = z.object({
  file: z.string().max(255),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  rows: z.custom<ListRow[]>(Array.isArray),
});
export const ApplyPeople = z.object({ id: Id });
export const SweepImports = z.object({});
