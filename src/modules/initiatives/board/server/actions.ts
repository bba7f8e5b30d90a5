import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayRemindAll } from '../policy.ts';
import { Remind } from '../schema.ts';
import { queueReminded } from './jobs.ts';
import { insertReminders, unitsWithin } from './store.ts';

/**
 * Reminds units of what they owe in a year at a level: on their home pages at once, and by each person's letter of the day.
 * Who owes nothing, or was reminded today, is left out; how many were reminded and left out comes back.
 */
export const remindUnits = action({
  name: 'board.remind',
  input: Remind,
  async subject(tx, _scope, { units }, ctx) {
    const found = await unitsWithin(tx, ctx, units);
    return found.length === new Set(units).size ? found : undefined;
  },
  allow: (actor, units) =>
    mayRemindAll(
      actor,
      units.map(({ path }) => path),
    ),
  async run({ tx, ctx, later }, units, input): Promise<{ reminded: number[]; left: number }> {
    const reminded = await insertReminders(tx, ctx, { ...input, units: units.map(({ id }) => id) });
    if (reminded.length === 0) refuse('conflict', 'board.nobody_left');
    await later(queueReminded, { units: reminded });
    return { reminded, left: units.length - reminded.length };
  },
  audit: (_units, { reminded }, { cycleId, level, note }) => ({
    subjectKind: 'cycle',
    subjectId: cycleId,
    after: { level, note, units: reminded },
  }),
});
