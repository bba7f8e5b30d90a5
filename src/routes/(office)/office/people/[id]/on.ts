import type { Context } from '#platform/server/context.ts';
import { confirming } from '../../../../confirming.ts';
import type { RequestEvent } from './$types';

// Forms are typed by their schemas, which refuse what does not fit.
// biome-ignore lint/suspicious/noExplicitAny: what was typed is text, whatever the action wants
type Act = (ctx: Context, personId: string, typed: any) => Promise<unknown>;

/** A press on the page of a person: what matters is confirmed, done, and said by the message `done`. */
export const on = (act: Act, done: string) => (event: RequestEvent) =>
  confirming(event, async (ctx, values) => {
    await act(ctx, event.params.id, values);
    return `?done=${done}`;
  });
