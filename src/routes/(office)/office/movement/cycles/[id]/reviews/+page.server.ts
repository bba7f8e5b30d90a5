import { dropReviewRule, saveReviewRule } from '#modules/appraisals/review/server/actions-rules.ts';
import { listReviewRules } from '#modules/appraisals/review/server/queries-rules.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { yearToSetUp } from '#modules/movements/movement/server/queries-setup.ts';
import { loading } from '#platform/server/pages.ts';
import { saving } from '../../../saving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { cycle, movement, documents } = await yearToSetUp(db, ctx, idOf(event.params.id));
    const rules = await listReviewRules(db, cycle.id);
    return { cycle, movement, documents, rules, done: event.url.searchParams.get('done') };
  });

export const actions: Actions = {
  save: saving((ctx, cycleId, typed) => saveReviewRule(ctx, { ...typed, cycleId } as never)),
  drop: saving((ctx, cycleId, { level }) => dropReviewRule(ctx, { cycleId, level: level as 'commune' })),
};
