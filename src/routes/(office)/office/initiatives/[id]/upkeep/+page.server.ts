import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mayKeepUp } from '#modules/upkeep/upkeep/policy.ts';
import { type Finding, UPKEEP_ACT_NAMES, type UpkeepAct } from '#modules/upkeep/upkeep/rules.ts';
import * as acts from '#modules/upkeep/upkeep/server/actions.ts';
import { keptModelPage } from '#modules/upkeep/upkeep/server/queries.ts';
import type { Reason } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { registration, ...model } = await keptModelPage(db, ctx, idOf(event.params.id));
    const may = UPKEEP_ACT_NAMES.map((act) => [act, mayKeepUp(ctx.actor, { ...model, registration }, act)]);
    return {
      model,
      may: Object.fromEntries(may) as Record<UpkeepAct, true | Reason>,
      key: crypto.randomUUID(),
      done: event.url.searchParams.get('done'),
    };
  });

/** One press; the page then says what was done. */
const press = (act: typeof acts.checkUpkeep) => (event: RequestEvent) =>
  submitting(event, async (ctx, { note, seen, finding, key }) => {
    await act(ctx, { id: event.params.id, note, seen, finding: finding as Finding }, { key });
    return `/office/initiatives/${event.params.id}/upkeep?done=${act.actName.split('.')[1]}`;
  });

export const actions = {
  check: press(acts.checkUpkeep),
  resume: press(acts.resumeUpkeep),
  revoke: press(acts.revokeRecognition),
  restore: press(acts.restoreRecognition),
} satisfies Actions;
