import type { RequestEvent } from '@sveltejs/kit';
import type { SentInvitation } from '#modules/people/invitation/server/actions.ts';
import type { Context } from '#platform/server/context.ts';
import { confirming } from '../../../confirming.ts';

/** Invites; a letter leads to the list, a link to be handed over stands in the answer itself and nowhere else. */
export async function inviting(
  event: RequestEvent,
  act: (ctx: Context, values: Record<string, string>) => Promise<SentInvitation>,
  sent = '/office/people/invitations?done=sent',
) {
  let link: string | null = null;
  const refused = await confirming(event, async (ctx, values) => {
    link = (await act(ctx, values)).link;
    return link === null ? sent : undefined;
  });
  return refused ?? { link };
}
