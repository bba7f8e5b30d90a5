import { mayReadAudit } from '#modules/people/audit/policy.ts';
import { auditSheet } from '#modules/people/audit/server/queries-export.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, sending } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { askedFilter } from '../records.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { ctx, t, language } = event.locals;
  const { filter } = await loading(event, (db) => {
    permit(mayReadAudit(ctx.actor));
    return askedFilter(db, event.url.searchParams);
  });
  const bytes = auditSheet(ctx, { ...filter, before: undefined }, { t, language });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="nhat-ky-${dayOf(ctx.now)}.csv"`,
  };
  return sending(bytes, headers);
};
