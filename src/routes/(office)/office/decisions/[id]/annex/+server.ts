import { decisionPage } from '#modules/decisions/decision/server/queries.ts';
import { annexSheet } from '#modules/decisions/decision/server/queries-sheet.ts';
import { loading, sending } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The annex of a decision as a workbook. */
export const GET: RequestHandler = async (event) => {
  const { t, language } = event.locals;
  const { name, bytes } = await loading(event, async (db, ctx) => {
    const decision = await decisionPage(db, ctx, event.params.id);
    return annexSheet(db, ctx, decision, t, language);
  });
  return sending(bytes, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${name}"`,
  });
};
