import { mayOpenPlacing } from '#modules/initiatives/placing/policy.ts';
import { placeRegistrations } from '#modules/initiatives/placing/server/actions.ts';
import { placingPage } from '#modules/initiatives/placing/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { reorganisationById } from '#modules/organisations/reorganisation/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayOpenPlacing(ctx.actor));
    const asked = event.url.searchParams;
    const found = await reorganisationById(db, idOf(event.params.id));
    if (!found) return refuse('missing', 'refusal.missing');
    const { plan: _plan, ...act } = found;
    const placing = await placingPage(db, ctx, act, {
      from: idOf(asked.get('from')) || undefined,
      registrant: asked.get('registrant') ?? '',
      place: asked.get('place') ?? '',
      placed: asked.get('show') === 'placed',
      after: idOf(asked.get('after')),
    });
    return { act, ...placing, show: asked.get('show') === 'placed' ? 'placed' : 'waiting', done: asked.get('done') };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { fromUnitId = '', toUnitId = '' }, form) => {
      const id = idOf(event.params.id);
      const initiatives = form.getAll('id').map(String);
      const { placed } = await placeRegistrations(ctx, { id, fromUnitId, toUnitId: toUnitId || null, initiatives });
      return `?from=${encodeURIComponent(fromUnitId)}&done=${placed.length}`;
    }),
};
