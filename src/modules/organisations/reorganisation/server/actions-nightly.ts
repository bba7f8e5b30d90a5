import { z } from 'zod';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { mayReorganise } from '../policy.ts';
import { lockUnits, placeUnits } from './store.ts';

/** Hangs every unit where it belongs today; answers how many moved. Of a day on which nothing comes into force the audit keeps nothing. */
export const placeUnitsToday = action({
  name: 'reorganisation.come_into_force',
  input: z.object({}),
  async subject(tx) {
    await lockUnits(tx);
    return {};
  },
  allow: (actor) => mayReorganise(actor),
  run: ({ tx, now }): Promise<number> => placeUnits(tx, dayOf(now)),
  audit: (_subject, moved) => (moved > 0 ? { subjectKind: 'unit', after: { moved } } : null),
});
