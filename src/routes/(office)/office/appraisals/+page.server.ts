import { queueFilterOf } from '#modules/appraisals/appraisal/schema.ts';
import { judgedBefore } from '#modules/appraisals/appraisal/server/queries.ts';
import { listQueue } from '#modules/appraisals/appraisal/server/queries-queue.ts';
import { bulkActsOf } from '#modules/appraisals/bulk/policy.ts';
import { actsIn } from '#modules/appraisals/bulk/rules.ts';
import { bodyUnits } from '#modules/initiatives/registration/policy-answers.ts';
import { currentCycle, yearOptions } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const filter = queueFilterOf(event.url.searchParams);
    const tab = filter.tab ?? 'todo';
    const [today, cycles] = [dayOf(ctx.now), await listCycles(db)];
    // What is done grows with the years: it is shown a cycle at a time.
    const cycle = tab === 'done' ? (filter.cycle ?? currentCycle(cycles, today)?.id) : filter.cycle;
    const queue = await listQueue(db, ctx, { ...filter, ...(cycle && { cycle }) });
    return {
      acts: tab === 'todo' ? actsIn('self_assessed', bulkActsOf(ctx.actor)) : [],
      tab,
      today,
      cycle: cycles.find((each) => each.id === cycle)?.code ?? '',
      cycles: yearOptions(cycles, event.locals.language),
      queue: { ...queue, lines: queue.lines.map((line) => ({ ...line, sinceOn: dayOf(line.since) })) },
      serves: bodyUnits(ctx.actor).length > 0,
      filtered: Boolean(filter.q || filter.cycle || filter.level),
      saved: await judgedBefore(db, ctx, event.url.searchParams.get('saved')),
    };
  });
