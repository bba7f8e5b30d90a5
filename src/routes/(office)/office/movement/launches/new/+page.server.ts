import { mayLaunchSomewhere } from '#modules/initiatives/launch/policy.ts';
import { launch } from '#modules/initiatives/launch/server/actions.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { choicesFor } from '#modules/initiatives/registration/server/queries-choices.ts';
import { askingUnits } from '#modules/movements/criterion/policy.ts';
import { refuse } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { filesIn } from '../../../../../sent-files.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const may = mayLaunchSomewhere(ctx.actor);
    if (may !== true) refuse('forbidden', may.code);
    const { cycles } = await choicesFor(db, ctx);
    const cycle = event.url.searchParams.get('cycle') ?? String(cycles[0]?.id ?? '');
    return { units: askingUnits(ctx.actor), cycles, cycle, key: crypto.randomUUID() };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { cycleId, unitId, title = '', words = '', key }, form) => {
      const sent = { cycleId: idOf(cycleId), unitId: idOf(unitId), title, words, files: await filesIn(form) };
      const { id, under } = await launch(ctx, sent, key);
      return `/office/movement/launches/${id}?done=sent&count=${under}`;
    }),
};
