import type { z } from 'zod';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mayManageBody } from '#modules/people/body/policy.ts';
import type { ChangeBody } from '#modules/people/body/schema.ts';
import { changeBody, dissolveBody } from '#modules/people/body/server/actions.ts';
import { endMember } from '#modules/people/body/server/actions-members.ts';
import { bodyPage } from '#modules/people/body/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const today = dayOf(ctx.now);
    const page = await bodyPage(db, ctx, idOf(event.params.id), today);
    permit(mayManageBody(ctx.actor, page.body));
    return { ...page, today };
  });

const back = (id: string, done: string) => `/office/bodies/${id}?done=${done}`;
export const actions: Actions = {
  change: (event) =>
    submitting(event, async (ctx, values) => {
      await changeBody(ctx, { ...values, id: event.params.id } as unknown as z.input<typeof ChangeBody>);
      return back(event.params.id, 'changed');
    }),
  end: (event) =>
    submitting(event, async (ctx, { memberId, on = '' }) => {
      await endMember(ctx, { id: event.params.id, memberId, on });
      return back(event.params.id, 'member_ended');
    }),
  dissolve: (event) =>
    submitting(event, async (ctx, { on = '' }) => {
      await dissolveBody(ctx, { id: event.params.id, on });
      return back(event.params.id, 'dissolved');
    }),
};
