import { Readable } from 'node:stream';
import { mayReadBoard } from '#modules/initiatives/board/policy.ts';
import { boardSheet } from '#modules/initiatives/board/server/queries-sheet.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { askedOf } from '../asked.ts';
import type { RequestHandler } from './$types';

/** The board of the same address as a workbook; `x-row-count` says how many units it holds. */
export const GET: RequestHandler = async (event) => {
  const { t, language, ctx } = event.locals;
  permit(mayReadBoard(ctx.actor));
  const { rows, bytes } = await loading(event, async (db) => {
    const asked = askedOf(event.url.searchParams, await listCycles(db), ctx.now) ?? refuse('missing', 'board.no_cycle');
    return boardSheet(db, ctx, asked.filter, { t, language, cycle: asked.cycle.code });
  });
  const headers = {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="tien-do-${dayOf(ctx.now)}.xlsx"`,
    'x-row-count': String(rows),
  };
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, { headers });
};
