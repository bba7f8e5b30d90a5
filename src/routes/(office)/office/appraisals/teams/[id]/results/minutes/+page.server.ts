import { minutesOf } from '#modules/appraisals/outcome/server/queries.ts';
import { teamWithRule } from '#modules/appraisals/team/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { now }) => {
    const team = await teamWithRule(db, idOf(event.params.id));
    const done = event.url.searchParams.get('done');
    return { team, lines: await minutesOf(db, team.id), today: dayOf(now), done };
  });
