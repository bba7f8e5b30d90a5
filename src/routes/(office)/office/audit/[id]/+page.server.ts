import { isAdministrator } from '#modules/people/appointment/policy.ts';
import { mayAnonymise, mayReadAudit } from '#modules/people/audit/policy.ts';
import { anonymiseEvent } from '#modules/people/audit/server/actions.ts';
import { auditEvent } from '#modules/people/audit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { recordLinks } from '../records.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor, scope }) => {
    permit(mayReadAudit(actor));
    const id = /^[1-9]\d{0,14}$/.test(event.params.id) ? Number(event.params.id) : 0;
    const found = await auditEvent(db, scope, id);
    if (!found) return refuse('missing', 'refusal.missing');
    const links = await recordLinks(db, [found], isAdministrator(actor));
    return {
      event: found,
      link: links[found.id],
      mayAnonymise: found.emptied ? null : mayAnonymise(actor, found),
      done: event.url.searchParams.has('done'),
    };
  });

export const actions: Actions = {
  anonymise: (event) =>
    submitting(event, (ctx, { reason = '' }) =>
      anonymiseEvent(ctx, { id: event.params.id, reason }).then(() => '?done'),
    ),
};
