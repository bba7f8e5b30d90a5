import type { RequestEvent } from '@sveltejs/kit';
import { exportRegistrations } from '#modules/initiatives/export/server/queries.ts';
import { listFilterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { columnsOf } from '#modules/initiatives/view/rules.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, sending } from '#platform/server/pages.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The list of the same address as a file, written while it is sent; `x-row-count` says how many rows it holds. */
export async function sheetOf(event: RequestEvent, format: keyof typeof TYPES): Promise<Response> {
  const { ctx, t, language } = event.locals;
  const cycles = await loading(event, (db) => listCycles(db));
  const filter = listFilterOf(event.url.searchParams, currentCycle(cycles, dayOf(ctx.now)));
  const { rows, bytes } = await exportRegistrations(
    ctx,
    filter,
    format,
    { t, language },
    columnsOf(event.url.searchParams),
  );
  const cycle = cycles.find((each) => each.id === filter.cycle)?.code ?? 'tat-ca';
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="mo-hinh-${cycle}-${dayOf(ctx.now)}.${format}"`,
    'x-row-count': String(rows),
  };
  return sending(bytes, headers);
}
