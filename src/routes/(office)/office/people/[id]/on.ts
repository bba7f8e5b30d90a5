import type { Context } from '#platform/server/context.ts';
import { confirming } from '../../../../confirming.ts';
import type { RequestEvent } from './$types';

type Act = (ctx: Context, personId: string, initial: string) => Promise<unknown>;

/** A press on the page of a person: what matters is confirmed, done, and said by the message `done`. */
export const on = (act: Act, done: string) => (event: RequestEvent) =>
  confirming(event, async (ctx, { initial = '' }) => {
    await act(ctx, event.params.id, initial);
    return `?done=${done}`;
  });
