import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CreateMovement } from '#modules/movements/movement/schema.ts';
import { createMovement } from '#modules/movements/movement/server/actions.ts';
import { setUpChoices } from '#modules/movements/movement/server/queries-setup.ts';
import { refuse } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const choices = await setUpChoices(db, ctx);
    if (choices.units.length === 0) refuse('forbidden', 'movement.only_its_office');
    return { ...choices, key: randomUUID() };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { key = '', ...values }) => {
      const { id } = await createMovement(ctx, values as unknown as z.input<typeof CreateMovement>, { key });
      return `/office/movement/${id}?done=created`;
    }),
};
