import { mayGiveSomewhere, mayManagePeople } from '#modules/people/account/policy.ts';
import { ROLES_ASKED } from '#modules/people/account-request/rules.ts';
import { receivePeople } from '#modules/people/import/server/actions.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (_db, { actor }) => {
    permit(mayManagePeople(actor));
    return { roles: ROLES_ASKED.filter((role) => mayGiveSomewhere(actor, role)) };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { asOf = '' }, form) => {
      const given = form.get('file');
      const file =
        given instanceof File
          ? { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }
          : { name: '', bytes: new Uint8Array() };
      return `/office/people/import/${await receivePeople(ctx, { file, asOf })}`;
    }),
};
