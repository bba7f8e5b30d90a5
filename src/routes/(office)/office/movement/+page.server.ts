import { listCriteria } from '#modules/movements/criterion/server/queries.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { listFields, listProgrammes } from '#modules/movements/field/server/queries.ts';
import { listMovements } from '#modules/movements/movement/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { now }) => {
    const [movement] = await listMovements(db);
    if (!movement) return { movement: null };
    const cycles = (await listCycles(db)).filter((cycle) => cycle.movementId === movement.id);
    const asked = cycles.find((cycle) => cycle.code === event.url.searchParams.get('cycle'));
    const cycle = asked ?? currentCycle(cycles, dayOf(now));
    return {
      movement: {
        ...movement,
        cycles,
        cycle,
        criteria: cycle ? await listCriteria(db, cycle.id) : [],
        fields: await listFields(db, movement.id),
        programmes: await listProgrammes(db, movement.id),
      },
    };
  });
