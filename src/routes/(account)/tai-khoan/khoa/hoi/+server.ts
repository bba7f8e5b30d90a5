import { askForKey } from '#modules/people/passkey/server/actions.ts';
import { confirmSelf } from '#modules/people/session/server/actions-confirm.ts';
import { formOf } from '#platform/server/pages.ts';
import { answering } from '../../../../answering.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const confirm = (await formOf(event)).get('confirm');
  return answering(event, async () => {
    await confirmSelf(event.locals.ctx, typeof confirm === 'string' ? confirm : undefined);
    return askForKey(event.locals.ctx, { origin: event.url.origin });
  });
};
