import { mayLaunchSomewhere } from '#modules/initiatives/launch/policy.ts';
import { listLaunches } from '#modules/initiatives/launch/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({ launches: await listLaunches(db, ctx), may: mayLaunchSomewhere(ctx.actor) }));
