import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { mayBulk } from '#modules/appraisals/bulk/policy.ts';
import { actAsked, BULK_MAX, idsOf, listBehind, picksOf } from '#modules/appraisals/bulk/rules.ts';
import { applyBulk } from '#modules/appraisals/bulk/server/actions.ts';
import { everyMatch, previewOf } from '#modules/appraisals/bulk/server/queries.ts';
import { listFilterOn } from '#modules/initiatives/registration/schema-filter.ts';
import { refuse } from '#platform/refusal.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

const tooMany = () => refuse('invalid', 'bulk.too_many', { params: { max: BULK_MAX } });

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const [act, from] = [actAsked(asked), listBehind(asked)];
  const { all, ...page } = await loading(event, async (db, ctx) => {
    permit(mayBulk(ctx.actor));
    const filter = asked.has('all') && listFilterOn(new URLSearchParams(asked.get('all') ?? ''), dayOf(ctx.now));
    const ids = filter ? ((await everyMatch(db, ctx, filter)) ?? tooMany()) : idsOf(asked.getAll('id'));
    if (ids.length > BULK_MAX) tooMany();
    return { all: filter && ids, ...(await previewOf(db, ctx, act, ids)), act, from, key: randomUUID() };
  });
  // From here on it is these, whatever the list holds later.
  if (all) redirect(303, `?${new URLSearchParams({ act, from })}${all.map((id) => `&id=${id}`).join('')}`);
  return page;
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { reason, until, on, key = '' }, form) => {
      const input = { act: actAsked(event.url.searchParams), picks: picksOf(form.getAll('pick')) };
      await applyBulk(ctx, { ...input, reason, until: until as 'day' | undefined, on }, { key });
      const done = new URLSearchParams({ key, from: listBehind(event.url.searchParams) });
      return `/office/initiatives/bulk/done?${done}`;
    }),
};
