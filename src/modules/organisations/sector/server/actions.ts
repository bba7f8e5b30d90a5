import { z } from 'zod';
import { action } from '#platform/server/action.ts';
import { insertStandardSectors } from './store.ts';

/** Gives a new place the sector systems that every province has; for `within` of its set-up, which decides who may. */
export const ensureSectors = action({
  name: 'sector.ensure',
  input: z.object({}),
  subject: async () => ({}),
  allow: (actor) => (actor.id === null ? true : { code: 'refusal.not_yours' }),
  run: ({ tx }): Promise<number> => insertStandardSectors(tx),
  audit: (_subject, made) => (made > 0 ? { subjectKind: 'sector', after: { made } } : null),
});
