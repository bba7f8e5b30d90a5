import type { z } from 'zod';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import type { SaveCriterion } from '#modules/movements/criterion/schema.ts';
import { dropCriterion, saveCriterion } from '#modules/movements/criterion/server/actions.ts';
import { levelsTyped } from '#modules/movements/cycle/rules-form.ts';
import type { SaveCycle } from '#modules/movements/cycle/schema.ts';
import { saveCycle } from '#modules/movements/cycle/server/actions.ts';
import type { SaveGuidance } from '#modules/movements/guidance/schema.ts';
import { saveGuidance } from '#modules/movements/guidance/server/actions.ts';
import { offerTitleGroups } from '#modules/movements/movement/server/actions-parts.ts';
import { yearToSetUp } from '#modules/movements/movement/server/queries-setup.ts';
import { loading } from '#platform/server/pages.ts';
import { saving } from '../../saving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await yearToSetUp(db, ctx, idOf(event.params.id))),
    done: event.url.searchParams.get('done'),
  }));

export const actions: Actions = {
  save: saving((ctx, id, typed) =>
    saveCycle(ctx, { ...typed, id, levels: levelsTyped(typed) } as unknown as z.input<typeof SaveCycle>),
  ),
  criterion: saving(
    (ctx, cycleId, typed) => saveCriterion(ctx, { ...typed, cycleId } as unknown as z.input<typeof SaveCriterion>),
    '#criteria',
  ),
  guidance: saving(
    (ctx, cycleId, typed) =>
      saveGuidance(ctx, { ...typed, part: typed.part?.slice(2), cycleId } as unknown as z.input<typeof SaveGuidance>),
    '#guidance',
  ),
  titles: saving(
    (ctx, cycleId, _typed, form) => offerTitleGroups(ctx, { cycleId, ids: form.getAll('ids') } as never),
    '#titles',
  ),
  drop: saving((ctx, cycleId, { id = '' }) => dropCriterion(ctx, { cycleId, id }), '#criteria'),
};
