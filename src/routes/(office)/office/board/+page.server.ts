import type { z } from 'zod';
import { mayReadBoard, mayRemind } from '#modules/initiatives/board/policy.ts';
import type { Remind } from '#modules/initiatives/board/schema.ts';
import { remindUnits } from '#modules/initiatives/board/server/actions.ts';
import { readBoard } from '#modules/initiatives/board/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { filterChoices } from '#modules/initiatives/registration/server/queries-choices.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';
import { askedOf } from './asked.ts';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayReadBoard(ctx.actor));
    const address = event.url.searchParams;
    const { cycles, units } = await filterChoices(db, ctx, idOf(address.get('unit')) || undefined);
    const asked = askedOf(address, cycles, ctx.now);
    const [done, left] = [Number(address.get('done')) || 0, Number(address.get('left')) || 0];
    const board = asked && { ...(await readBoard(db, ctx, asked.filter)), ...asked };
    return { board: board ?? null, cycles, units, done, left, today: dayOf(ctx.now), may: mayRemind(ctx.actor) };
  });

export const actions: Actions = {
  remind: (event) =>
    submitting(event, async (ctx, { cycle, level, note = '' }, form) => {
      const chosen = { cycleId: cycle, level, note, units: form.getAll('unit').map(String) };
      const { reminded, left } = await remindUnits(ctx, chosen as unknown as z.input<typeof Remind>);
      return `/office/board?cycle=${cycle}&level=${level}&done=${reminded.length}&left=${left}`;
    }),
};
