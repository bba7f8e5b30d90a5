import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { basis } from '../basis/schema.ts';
import { text } from '../movement/schema-typed.ts';
import { PARTS } from './rules.ts';

/** Nothing written takes the words away. */
export const SaveGuidance = z.object({ cycleId: Id, part: z.enum(PARTS), text: text(2000), ...basis });
