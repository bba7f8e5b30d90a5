import { mayManagePeople } from '#modules/people/account/policy.ts';
import { listPeople } from '#modules/people/account/server/queries.ts';
import { ROLES } from '#modules/people/appointment/rules.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor, scope, now }) => {
    permit(mayManagePeople(actor));
    const asked = event.url.searchParams;
    const role = ROLES.find((each) => each === asked.get('role'));
    const filter = { query: asked.get('q') ?? '', after: asked.get('after') ?? undefined, role };
    return { ...(await listPeople(db, scope, now, filter)), done: asked.get('done') };
  });
