import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';
import { VERDICTS } from '../appraisal/rules.ts';
import { REASON_MAX } from '../appraisal/schema.ts';

/** The verdict to stage for some models of a team; `none` takes what is staged back. */
export const StageVerdict = z.object({
  teamId: Id,
  ids: z.array(Id).min(1, 'outcome.none_chosen').max(500),
  verdict: z.enum([...VERDICTS, 'none'], 'appraisal.verdict_missing'),
  reason: z.string().transform(nfcLines).pipe(z.string().max(REASON_MAX, 'registration.part.too_long')).default(''),
});
export const ApplyStaged = z.object({ teamId: Id, seen: z.string().min(1, 'outcome.nothing_staged').max(100_000) });
