import type { RequestEvent } from '@sveltejs/kit';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { resultFilterOf } from '#modules/upkeep/result/schema.ts';
import { resultSheet } from '#modules/upkeep/result/server/queries-sheet.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, sending } from '#platform/server/pages.ts';

type Cycle = { id: number; code: string; opensOn: string };

/** The filter of an address, and the code of its cycle; without one, the present year's. */
export function askedOf(address: URLSearchParams, cycles: readonly Cycle[], now: Date) {
  const filter = resultFilterOf(address);
  const cycle = cycles.find(({ id }) => id === filter.cycle) ?? currentCycle(cycles, dayOf(now));
  return { filter: { ...filter, cycle: cycle?.id ?? 0 }, cycle: cycle?.code ?? '' };
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The results of the same address as a file; `x-row-count` says how many rows it holds. */
export async function fileOf(event: RequestEvent, format: keyof typeof TYPES): Promise<Response> {
  const { t, language } = event.locals;
  const { rows, bytes, cycle } = await loading(event, async (db, ctx) => {
    const { filter, cycle } = askedOf(event.url.searchParams, await listCycles(db), ctx.now);
    return { ...(await resultSheet(db, ctx, filter, format, { t, language, cycle })), cycle };
  });
  const name = `attachment; filename="ket-qua-${cycle.replace(/[^\w-]/g, '') || 'mo-hinh'}.${format}"`;
  const headers = { 'content-type': TYPES[format], 'content-disposition': name, 'x-row-count': String(rows) };
  return sending(bytes, headers);
}
