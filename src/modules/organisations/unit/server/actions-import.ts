import { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mayReorganise } from '../../reorganisation/policy.ts';
import { lockUnits, placeUnits } from '../../reorganisation/server/store.ts';
import { checkRows, type UnitRow } from '../rules-import.ts';
import { knownUnits } from './queries-import.ts';
import { insertUnits } from './store.ts';

/** Writes the units of a list that are not there yet; all of them or, if anything is wrong with any line, none. */
export const importUnits = action({
  name: 'unit.import',
  input: z.object({ rows: z.custom<UnitRow[]>(Array.isArray), file: z.string().max(255) }),
  async subject(tx) {
    await lockUnits(tx);
    return { known: await knownUnits(asRead(tx)) };
  },
  allow: (actor) => mayReorganise(actor),
  async run({ tx, now }, { known }, { rows }): Promise<{ written: number; known: number }> {
    const checked = checkRows(rows, known);
    const [wrong] = checked.problems;
    if (wrong) refuse('invalid', wrong.code, { params: wrong.params });
    await insertUnits(tx, checked.fresh);
    await placeUnits(tx, dayOf(now));
    return { written: checked.fresh.length, known: checked.known };
  },
  audit: (_subject, result, { file }) => ({ subjectKind: 'unit', after: { file, ...result } }),
});
