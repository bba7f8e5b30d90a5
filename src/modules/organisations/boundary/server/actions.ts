import { z } from 'zod';
import { action } from '#platform/server/action.ts';
import { mayReorganise } from '../../reorganisation/policy.ts';
import { type Outline, outlineOf } from '../rules.ts';
import { MOST_FEATURES } from '../rules-matching.ts';
import { replaceBoundaries } from './store.ts';

const BOUNDARY = z.object({
  unitId: z.int().positive(),
  outline: z.custom<Outline>((value) => typeof outlineOf(value) === 'object'),
});

/** Writes outlines of units in place of those that they had; units that are not named keep theirs. */
export const readBoundaries = action({
  name: 'unit.boundaries',
  input: z.object({ boundaries: z.array(BOUNDARY).max(MOST_FEATURES), file: z.string().max(255) }),
  subject: async () => null,
  allow: (actor) => mayReorganise(actor),
  async run({ tx }, _subject, { boundaries }): Promise<{ written: number; replaced: number }> {
    return { written: boundaries.length, replaced: await replaceBoundaries(tx, boundaries) };
  },
  audit: (_subject, result, { file }) => ({ subjectKind: 'unit', after: { file, ...result } }),
});
