import { mayConclude } from '#modules/appraisals/outcome/policy.ts';
import { stageVerdict } from '#modules/appraisals/outcome/server/actions.ts';
import { outcomesOf } from '#modules/appraisals/outcome/server/queries.ts';
import { teamWithRule } from '#modules/appraisals/team/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const team = await teamWithRule(db, idOf(event.params.id));
    const rows = await outcomesOf(db, ctx.actor.id, team.id);
    return { team, rows, conclude: mayConclude(ctx.actor, team), done: event.url.searchParams.get('done') };
  });

export const actions: Actions = {
  stage: (event) =>
    submitting(event, async (ctx, { verdict, reason = '' }, form) => {
      const { id } = event.params;
      await stageVerdict(ctx, { teamId: id, ids: form.getAll('id'), verdict: verdict as 'none', reason });
      return `/office/appraisals/teams/${id}/results?done=staged`;
    }),
};
