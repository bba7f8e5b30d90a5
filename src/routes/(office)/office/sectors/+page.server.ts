import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { assignSector } from '#modules/initiatives/registration/server/actions-sector.ts';
import { mayPlaceUnits } from '#modules/organisations/sector/policy.ts';
import { placeUnit } from '#modules/organisations/sector/server/actions.ts';
import { unitsInSectors } from '#modules/organisations/sector/server/queries.ts';
import { mayPlaceSectors } from '#modules/people/registrant/policy.ts';
import { type SectorGroup, sectorPage } from '#modules/people/registrant/server/queries-sector.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayPlaceSectors(ctx.actor));
    const asked = event.url.searchParams;
    const [suggest, inside] = [asked.get('suggest'), asked.get('in')];
    const group: SectorGroup = inside ? { in: inside } : suggest ? { suggest } : {};
    const page = await sectorPage(db, ctx, group, idOf(asked.get('from')));
    const today = dayOf(ctx.now);
    const of = { units: await unitsInSectors(db, today), mayPlaceUnits: mayPlaceUnits(ctx.actor) };
    return { ...page, ...of, today, suggest, inside, done: asked.get('done') };
  });

export const actions: Actions = {
  assign: (event) =>
    submitting(event, async (ctx, { sectorId }, form) => {
      await assignSector(ctx, { ids: form.getAll('id').map(String), sectorId });
      return '/office/sectors?done=assigned';
    }),
  unit: (event) =>
    submitting(event, async (ctx, { code = '', sectorId, from = '' }) => {
      await placeUnit(ctx, { code, sectorId, from });
      return '/office/sectors?done=unit';
    }),
};
