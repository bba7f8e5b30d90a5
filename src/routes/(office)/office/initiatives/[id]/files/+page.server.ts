import { attach, removeAttachment } from '#modules/initiatives/attachment/server/actions.ts';
import { attachmentPage } from '#modules/initiatives/attachment/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { filesIn } from '../../../../../sent-files.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    model: await attachmentPage(db, ctx, idOf(event.params.id)),
    key: crypto.randomUUID(),
    done: event.url.searchParams.get('done'),
  }));

export const actions = {
  add: (event) =>
    submitting(event, async (ctx, { caption = '', keepPlace, key }, form) => {
      const files = await filesIn(form);
      await attach(ctx, { id: idOf(event.params.id), caption, files, keepPlace: keepPlace === 'on' }, key);
      return `/office/initiatives/${event.params.id}/files?done=add`;
    }),
  remove: (event) =>
    submitting(event, async (ctx, { file, reason = '' }) => {
      await removeAttachment(ctx, { id: idOf(file), reason });
      return `/office/initiatives/${event.params.id}/files?done=remove`;
    }),
} satisfies Actions;
