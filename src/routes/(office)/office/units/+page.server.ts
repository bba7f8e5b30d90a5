import { countOf, prune, treeOf } from '#modules/organisations/unit/rules-tree.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import { parseDay } from '#platform/vietnamese.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { now }) => {
    const typed = event.url.searchParams.get('on') ?? '';
    const query = event.url.searchParams.get('q') ?? '';
    const asked = parseDay(typed);
    const day = asked ?? dayOf(now);
    const units = await unitsOn(db, day);
    return {
      day,
      query,
      unreadable: typed && !asked ? typed : null,
      tree: prune(treeOf(units), query),
      districts: countOf(units, 'district'),
      communes: countOf(units, 'commune'),
    };
  });
