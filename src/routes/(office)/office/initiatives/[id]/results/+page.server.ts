import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import * as acts from '#modules/upkeep/result/server/actions.ts';
import { resultsPage } from '#modules/upkeep/result/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await resultsPage(db, ctx, idOf(event.params.id))),
    key: crypto.randomUUID(),
    done: event.url.searchParams.get('done'),
  }));

const there = (event: RequestEvent, done: string) => `/office/initiatives/${event.params.id}/results?done=${done}`;

/** One press on one result. */
const settle = (act: typeof acts.verifyResult) => (event: RequestEvent) =>
  submitting(event, async (ctx, { id, note }) => {
    await act(ctx, { id, note, initiativeId: event.params.id });
    return there(event, act.actName.split('.')[1] as string);
  });

export const actions = {
  claim: (event) =>
    submitting(event, async (ctx, { key, ...typed }) => {
      const input = { ...typed, initiativeId: event.params.id } as unknown as Parameters<typeof acts.claimResult>[1];
      await acts.claimResult(ctx, input, key ? { key } : {});
      return there(event, 'claim');
    }),
  verify: settle(acts.verifyResult),
  withdrawal: settle(acts.takeBackResult),
} satisfies Actions;
