import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { sheetToMend } from '#modules/registers/register/server/queries-mend.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The rows that were not written, with the reasons, to mend and import again. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, body } = await loading({ locals }, (db, ctx) => sheetToMend(db, ctx, idOf(params.id), locals.t));
  return new Response(body, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
