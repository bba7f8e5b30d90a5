import { askedIn } from '#modules/reports/figures/schema.ts';
import { figuresPage } from '#modules/reports/figures/server/queries-page.ts';
import { figuresSheet } from '#modules/reports/figures/server/queries-sheet.ts';
import { refuse } from '#platform/refusal.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The table of the page under the same address, as a workbook. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { ctx, language, t } = locals;
  const asked = askedIn(url.searchParams);
  const page = await loading({ locals }, (db) => figuresPage(db, ctx.scope, asked, dayOf(ctx.now), language));
  const { name, body } = await figuresSheet(page ?? refuse('missing', 'figures.no_cycle'), ctx.now, t, language);
  return new Response(body, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
