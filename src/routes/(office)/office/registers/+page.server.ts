import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mayImportSomewhere, maySeeRegisters } from '#modules/registers/register/policy.ts';
import { listBatches } from '#modules/registers/register/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(maySeeRegisters(ctx.actor));
    const asked = event.url.searchParams;
    const after = idOf(asked.get('after')) || undefined;
    const list = await listBatches(db, ctx, after);
    return { ...list, may: mayImportSomewhere(ctx.actor), done: asked.get('done') };
  });
