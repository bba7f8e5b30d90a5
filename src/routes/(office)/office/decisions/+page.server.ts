import { mayDecideSomewhere } from '#modules/decisions/decision/policy.ts';
import { decisionFilterOf } from '#modules/decisions/decision/schema.ts';
import { listDecisions, newDecisionHref, waitingForDecision } from '#modules/decisions/decision/server/queries.ts';
import { yearOptions } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const filter = decisionFilterOf(event.url.searchParams);
    const waiting = await waitingForDecision(db, ctx);
    return {
      today: dayOf(ctx.now),
      waiting: waiting.map((group) => ({ ...group, href: newDecisionHref(group) })),
      list: await listDecisions(db, ctx, filter),
      cycles: yearOptions(await listCycles(db), event.locals.language),
      may: mayDecideSomewhere(ctx.actor),
      filtered: Boolean(filter.q || filter.cycle || filter.level),
    };
  });
