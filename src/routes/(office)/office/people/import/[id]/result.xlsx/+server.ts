import { mayManagePeople } from '#modules/people/account/policy.ts';
import { resultSheet } from '#modules/people/import/server/queries-result.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../../../permit.ts';
import { idIn } from '../id.ts';
import type { RequestHandler } from './$types';

/** Each row of a list with what became of it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, body } = await loading({ locals }, (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    return resultSheet(db, ctx, idIn(params.id), locals.t);
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
