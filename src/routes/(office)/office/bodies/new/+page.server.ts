import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CreateBody } from '#modules/people/body/schema.ts';
import { createBody } from '#modules/people/body/server/actions.ts';
import { unitsToFound } from '#modules/people/body/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({ units: await unitsToFound(db, ctx), key: randomUUID() }));

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { key = '', ...values }) => {
      const { id } = await createBody(ctx, values as z.input<typeof CreateBody>, { key });
      return `/office/bodies/${id}?done=created`;
    }),
};
