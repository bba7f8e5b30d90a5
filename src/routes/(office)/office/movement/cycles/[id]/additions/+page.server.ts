import type { z } from 'zod';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import type { SaveCriterion } from '#modules/movements/criterion/schema.ts';
import { dropCriterion, saveCriterion } from '#modules/movements/criterion/server/actions.ts';
import { additionsPage } from '#modules/movements/movement/server/queries-setup.ts';
import { loading } from '#platform/server/pages.ts';
import { saving } from '../../../saving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const page = await additionsPage(db, ctx, idOf(event.params.id), idOf(asked.get('unit')));
    return { ...page, done: asked.get('done') };
  });

// Without a unit it would be a criterion of the whole year, which is written elsewhere.
const own = (typed: Record<string, string>) => ({ ...typed, unitId: typed.unitId || '0' });

const back = ({ unitId = '' }: Record<string, string>) => `&unit=${idOf(unitId)}`;

export const actions: Actions = {
  criterion: saving(
    (ctx, cycleId, typed) => saveCriterion(ctx, { ...own(typed), cycleId } as unknown as z.input<typeof SaveCriterion>),
    back,
  ),
  drop: saving((ctx, cycleId, typed) => dropCriterion(ctx, { ...own(typed), cycleId, id: typed.id ?? '' }), back),
};
