import { askingUnits } from '#modules/movements/criterion/policy.ts';
import { listCriteria } from '#modules/movements/criterion/server/queries.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { listFields, listProgrammes, listTitleGroups } from '#modules/movements/field/server/queries.ts';
import { mayFound, maySetUp } from '#modules/movements/movement/policy.ts';
import { listMovements } from '#modules/movements/movement/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { now, actor, scope }) => {
    const asked = event.url.searchParams;
    const all = await listMovements(db);
    const movement = all.find((each) => String(each.id) === asked.get('movement')) ?? all[0];
    const founds = mayFound(actor) === true;
    if (!movement) return { movement: null, movements: [], founds };
    const cycles = (await listCycles(db)).filter((cycle) => cycle.movementId === movement.id);
    const cycle = cycles.find((each) => each.code === asked.get('cycle')) ?? currentCycle(cycles, dayOf(now));
    return {
      founds,
      movements: all.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
      movement: {
        ...movement,
        superior: all.find((each) => each.id === movement.superiorId) ?? null,
        setUp: maySetUp(actor, movement) === true,
        adds: askingUnits(actor).length > 0,
        counts: scope.all || scope.units.length > 0,
        cycles,
        cycle,
        criteria: cycle ? await listCriteria(db, cycle.id) : [],
        fields: await listFields(db, movement.id),
        programmes: await listProgrammes(db, movement.id),
        titleGroups: await listTitleGroups(db, movement.id),
      },
    };
  });
