import { choicesFor } from '#modules/initiatives/registration/server/queries-choices.ts';
import { isAdministrator } from '#modules/people/appointment/policy.ts';
import { mayReadAudit } from '#modules/people/audit/policy.ts';
import { knownActs, listAuditEvents } from '#modules/people/audit/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../permit.ts';
import type { PageServerLoad } from './$types';
import { askedFilter, recordLinks } from './records.ts';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayReadAudit(ctx.actor));
    const { filter, unread } = await askedFilter(db, event.url.searchParams);
    const list = await listAuditEvents(db, ctx.scope, filter);
    const links = await recordLinks(db, list.events, isAdministrator(ctx.actor));
    const { units } = await choicesFor(db, ctx);
    return { ...list, unread, links, units, acts: await knownActs(db) };
  });
