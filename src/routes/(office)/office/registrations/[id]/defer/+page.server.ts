import { randomUUID } from 'node:crypto';
import { carryOverRegistration, deferRegistration } from '#modules/initiatives/deferral/server/actions.ts';
import { deferredOf } from '#modules/initiatives/deferral/server/queries.ts';
import { mayMove, standingOf } from '#modules/initiatives/registration/policy.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { resumeRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { sheetOf } from '#modules/initiatives/registration/server/queries-return.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { parts: _parts, ...sheet } = await sheetOf(db, ctx, idOf(event.params.id));
    const deferred = await deferredOf(db, ctx, sheet.registration);
    permit(mayMove(ctx.actor, sheet.registration, deferred ? 'resume' : 'defer'));
    const { withheld } = standingOf(ctx.actor, sheet.registration, ['defer', 'resume', 'carry_over']);
    return { ...sheet, deferred, withheld, key: randomUUID() };
  });

const ended = ({ initiativeId, id }: { initiativeId: number; id: number }, act: string) =>
  `/office/initiatives/${initiativeId}?registration=${id}&done=${act}`;

export const actions: Actions = {
  defer: (event) =>
    submitting(event, async (ctx, { version, reason, until, on, key = '' }) => {
      const input = { id: event.params.id, version, reason, until: until as 'day', on };
      return ended(await deferRegistration(ctx, input, { key }), 'defer');
    }),
  resume: (event) =>
    submitting(event, async (ctx, { version, key = '' }) => {
      return ended(await resumeRegistration(ctx, { id: event.params.id, version }, { key }), 'resume');
    }),
  carry: (event) =>
    submitting(event, async (ctx, { version, key = '' }) => {
      const { registration, continuedAs } = await carryOverRegistration(ctx, { id: event.params.id, version }, { key });
      return ended({ ...registration, id: continuedAs }, 'carry_over');
    }),
};
