import { redirect } from '@sveltejs/kit';
import { SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { signOut } from '#modules/people/session/server/actions.ts';
import { submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.signedIn) redirect(303, '/dang-nhap');
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx) => {
      await signOut(ctx, event.cookies.get(SESSION_COOKIE));
      // What this browser kept of forms that could not be saved goes too, where the line is encrypted.
      event.setHeaders({ 'clear-site-data': '"storage"' });
      event.cookies.delete(SESSION_COOKIE, { path: '/', secure: event.url.protocol === 'https:' });
      return '/dang-nhap?left';
    }),
};
