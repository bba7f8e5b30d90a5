import type { RequestEvent } from '@sveltejs/kit';
import type { Context } from '#platform/server/context.ts';
import { submitting } from '#platform/server/pages.ts';

type Typed = Record<string, string>;

/** A form of a page that sets something up: saves, and comes back to the page with the word that it is saved. */
export const saving =
  (
    save: (ctx: Context, id: string, typed: Typed, form: FormData) => Promise<unknown>,
    at: string | ((typed: Typed) => string) = '',
  ) =>
  (event: RequestEvent) =>
    submitting(event, async (ctx, typed, form) => {
      await save(ctx, event.params.id ?? '', typed, form);
      return `${event.url.pathname}?done=saved${typeof at === 'string' ? at : at(typed)}`;
    });
