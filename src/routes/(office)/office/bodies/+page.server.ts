import { mayFoundBodies } from '#modules/people/body/policy.ts';
import { listBodies } from '#modules/people/body/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    bodies: await listBodies(db, ctx),
    may: mayFoundBodies(ctx.actor),
  }));
