import type { z } from 'zod';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { saveDocument } from '#modules/movements/basis/server/actions.ts';
import type { AddCycle } from '#modules/movements/cycle/schema.ts';
import { addCycle } from '#modules/movements/cycle/server/actions.ts';
import type { SaveNamed, SavePhase } from '#modules/movements/movement/schema.ts';
import { changeMovement, savePhase } from '#modules/movements/movement/server/actions.ts';
import { removePart, saveNamed } from '#modules/movements/movement/server/actions-parts.ts';
import { movementToSetUp } from '#modules/movements/movement/server/queries-setup.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { saving } from '../saving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await movementToSetUp(db, ctx, idOf(event.params.id))),
    done: event.url.searchParams.get('done'),
  }));

export const actions: Actions = {
  change: saving((ctx, id, typed) => changeMovement(ctx, { ...typed, id } as never)),
  phase: saving(
    (ctx, movementId, typed) => savePhase(ctx, { ...typed, movementId } as unknown as z.input<typeof SavePhase>),
    '#phases',
  ),
  named: saving(
    (ctx, movementId, typed) => saveNamed(ctx, { ...typed, movementId } as unknown as z.input<typeof SaveNamed>),
    ({ kind }) => `#${kind}s`,
  ),
  remove: saving(
    (ctx, movementId, typed) => removePart(ctx, { ...typed, movementId } as never),
    ({ kind }) => `#${kind}s`,
  ),
  document: saving((ctx, movementId, typed) => saveDocument(ctx, { ...typed, movementId } as never), '#documents'),
  cycle: (event) =>
    submitting(event, async (ctx, typed) => {
      const input = { ...typed, movementId: event.params.id } as unknown as z.input<typeof AddCycle>;
      return `/office/movement/cycles/${(await addCycle(ctx, input)).id}?done=added`;
    }),
};
