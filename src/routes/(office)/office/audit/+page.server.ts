import { mayReadAudit } from '#modules/people/audit/policy.ts';
import { listAuditEvents, recentActs } from '#modules/people/audit/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor, scope }) => {
    permit(mayReadAudit(actor));
    const asked = event.url.searchParams;
    const after = asked.get('after') ?? '';
    const before = /^\d{1,15}$/.test(after) ? Number(after) : undefined;
    const filter = { act: asked.get('act') || undefined, person: asked.get('q') ?? '', before };
    return { ...(await listAuditEvents(db, scope, filter)), acts: await recentActs(db) };
  });
