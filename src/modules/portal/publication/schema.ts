import { z } from 'zod';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** Everything that a decision recognised. */
export const PublishDecision = z.object({ decisionId: id });

/** One row of its annex. */
export const Unpublish = z.object({ decisionId: id, registrationId: id });
