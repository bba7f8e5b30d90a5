import { z } from 'zod';
import { Id } from '#platform/ids.ts';

/** Everything that a decision recognised. */
export const PublishDecision = z.object({ decisionId: Id });

/** One row of its annex. */
export const Unpublish = z.object({ decisionId: Id, registrationId: Id });
