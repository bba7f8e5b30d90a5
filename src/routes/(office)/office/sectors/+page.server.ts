import { assignSector } from '#modules/initiatives/registration/server/actions-sector.ts';
import { mayPlaceSectors } from '#modules/people/registrant/policy.ts';
import { sectorPage } from '#modules/people/registrant/server/queries-sector.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayPlaceSectors(ctx.actor));
    const asked = event.url.searchParams;
    const [suggest, inside] = [asked.get('suggest'), asked.get('in')];
    const page = await sectorPage(db, ctx, inside ? { in: inside } : suggest ? { suggest } : {});
    return { ...page, suggest, inside, done: asked.get('done') };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { sectorId }, form) => {
      await assignSector(ctx, { ids: form.getAll('id').map(String), sectorId });
      return '/office/sectors?done=assigned';
    }),
};
