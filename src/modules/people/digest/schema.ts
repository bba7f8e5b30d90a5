import { z } from 'zod';
import { DIGESTS } from './rules.ts';

export const ChooseDigest = z.object({ digest: z.enum(DIGESTS, 'digest.missing') });
export const QueueOf = z.object({ units: z.array(z.number().int().positive()) });
export const Nothing = z.object({});
export const Finish = z.object({ personId: z.number(), day: z.iso.date(), lines: z.number().int().min(0) });
