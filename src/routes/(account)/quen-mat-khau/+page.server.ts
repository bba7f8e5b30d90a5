import { askReset } from '#modules/people/reset/server/actions.ts';
import { mailIsOn } from '#modules/people/reset/server/queries.ts';
import { submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ mail: mailIsOn(), asked: url.searchParams.has('asked') });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { email = '' }) => {
      await askReset(ctx, { email, address: event.getClientAddress() });
      return '/quen-mat-khau?asked';
    }),
};
