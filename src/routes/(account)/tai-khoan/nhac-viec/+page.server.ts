import type { z } from 'zod';
import type { ChooseDigest } from '#modules/people/digest/schema.ts';
import { chooseDigest } from '#modules/people/digest/server/actions.ts';
import { digestOf } from '#modules/people/digest/server/queries.ts';
import { emailOf } from '#modules/people/email/server/queries.ts';
import { mailIsOn } from '#modules/people/reset/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor, scope }) => ({
    digest: await digestOf(db, scope, actor.id as number),
    email: await emailOf(db, scope, actor.id as number),
    mail: mailIsOn(),
    done: event.url.searchParams.get('done'),
  }));

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, typed) => {
      await chooseDigest(ctx, typed as z.input<typeof ChooseDigest>);
      return '/tai-khoan/nhac-viec?done=chosen';
    }),
};
