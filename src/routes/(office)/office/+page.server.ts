import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { groupDuties } from '#modules/people/duty/rules.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import { dutiesOf } from '../../../duties.ts';
import type { PageServerLoad } from './$types';
import { figuresOfNow } from './figures-now.ts';

export const load: PageServerLoad = async (event) => {
  const { ctx, language } = event.locals;
  const today = dayOf(ctx.now);
  const isOffice = ctx.scope.all || ctx.scope.units.length + ctx.scope.sectors.length > 0;
  // Who only lets people in registers nothing, nor does who has no duty in force.
  const registers = !isOffice && mayDraft(ctx.actor) === true;
  const duties = (await dutiesOf(ctx)).map((each) => ({ ...each, sinceOn: each.since && dayOf(each.since) }));
  return {
    today,
    isOffice,
    now: ctx.now,
    groups: groupDuties(duties, today),
    report: isOffice ? await loading(event, (db) => figuresOfNow(db, ctx, today, language)) : null,
    own: registers ? await loading(event, (db) => listRegistrations(db, ctx.scope, {})) : null,
  };
};
