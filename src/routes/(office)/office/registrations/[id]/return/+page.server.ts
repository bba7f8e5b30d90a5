import { randomUUID } from 'node:crypto';
import { mayMove } from '#modules/initiatives/registration/policy.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { partReasonsOf } from '#modules/initiatives/registration/rules-return.ts';
import { returnRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { sheetOf } from '#modules/initiatives/registration/server/queries-return.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const sheet = await sheetOf(db, ctx, idOf(event.params.id));
    permit(mayMove(ctx.actor, sheet.registration, 'return'));
    return { sheet, key: randomUUID() };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, values, form) => {
      const parts = partReasonsOf(form);
      // Every ticked box comes back too if the form is refused: one value of a name would be kept.
      values.part = Object.keys(parts).join(' ');
      const { version, reason, key = '' } = values;
      const input = { id: event.params.id, version, reason, parts };
      const { id, initiativeId } = await returnRegistration(ctx, input, { key });
      return `/office/initiatives/${initiativeId}?registration=${id}&done=return`;
    }),
};
