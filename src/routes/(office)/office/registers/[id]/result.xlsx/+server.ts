import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { resultReport } from '#modules/registers/register/server/queries-report.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The office's own file with what became of each row. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, body } = await loading({ locals }, (db, ctx) => resultReport(db, ctx, idOf(params.id), locals.t));
  return new Response(body, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
