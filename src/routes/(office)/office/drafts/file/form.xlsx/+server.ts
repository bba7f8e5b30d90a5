import { Readable } from 'node:stream';
import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { formWorkbook } from '#modules/initiatives/draft/server/queries-sheet.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../../permit.ts';
import type { RequestHandler } from './$types';

/** The empty form to be filled in without a network; the page beside it reads it back. */
export const GET: RequestHandler = async (event) => {
  const bytes = await loading(event, (db, ctx) => {
    permit(mayDraft(ctx.actor));
    return formWorkbook(db, ctx, event.locals);
  });
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="phieu-dang-ky.xlsx"',
    },
  });
};
