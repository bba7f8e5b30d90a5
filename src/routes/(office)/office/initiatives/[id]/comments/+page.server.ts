import * as acts from '#modules/initiatives/comment/server/actions.ts';
import { commentsPage } from '#modules/initiatives/comment/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await commentsPage(db, ctx, idOf(event.params.id))),
    key: crypto.randomUUID(),
    done: event.url.searchParams.get('done'),
  }));

const there = (event: RequestEvent, done: string) => `/office/initiatives/${event.params.id}/comments?done=${done}`;

export const actions = {
  write: (event) =>
    submitting(event, async (ctx, values, form) => {
      const { key, audience = '', text = '' } = values;
      const mentions = form.getAll('mentions').map(String);
      values.named = mentions.join(' ');
      await acts.writeComment(ctx, { id: idOf(event.params.id), audience, text, mentions }, key ? { key } : {});
      return there(event, 'write');
    }),
  edit: (event) =>
    submitting(event, async (ctx, { commentId, text = '' }) => {
      await acts.editComment(ctx, { id: event.params.id, commentId, text });
      return `${there(event, 'edit')}#c${idOf(commentId)}`;
    }),
  withdraw: (event) =>
    submitting(event, async (ctx, { commentId }) => {
      await acts.takeBackComment(ctx, { id: event.params.id, commentId });
      return there(event, 'withdraw');
    }),
  read: (event) =>
    submitting(event, async (ctx) => {
      await acts.readOwnMentions(ctx, { id: event.params.id });
      return there(event, 'read');
    }),
} satisfies Actions;
