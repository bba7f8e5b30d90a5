import { createFirstAdministrator } from '#modules/people/account/server/actions-setup.ts';
import { isWaitingForSetup } from '#modules/people/account/server/queries.ts';
import { submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ waiting: await isWaitingForSetup(locals.ctx) });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, values) => {
      const { code = '', fullName = '', username = '', password = '', provinceName = '', provinceNumber = '' } = values;
      await createFirstAdministrator(ctx, { code, fullName, username, password, provinceName, provinceNumber });
      return '/dang-nhap?done=set_up';
    }),
};
