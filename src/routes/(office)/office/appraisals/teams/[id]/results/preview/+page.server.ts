import { randomUUID } from 'node:crypto';
import { mayConclude } from '#modules/appraisals/outcome/policy.ts';
import { written } from '#modules/appraisals/outcome/rules.ts';
import { applyStaged } from '#modules/appraisals/outcome/server/actions.ts';
import { outcomesOf } from '#modules/appraisals/outcome/server/queries.ts';
import { teamWithRule } from '#modules/appraisals/team/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const team = await teamWithRule(db, idOf(event.params.id));
    const rows = (await outcomesOf(db, ctx.actor.id, team.id)).filter((row) => row.staged);
    return { team, rows, seen: written(rows), conclude: mayConclude(ctx.actor, team), key: randomUUID() };
  });

export const actions: Actions = {
  apply: (event) =>
    submitting(event, async (ctx, { seen = '', key = '' }) => {
      await applyStaged(ctx, { teamId: event.params.id, seen }, { key });
      return `/office/appraisals/teams/${event.params.id}/results/minutes?done=applied`;
    }),
};
