import { KEY_COOKIE } from '#modules/people/passkey/rules.ts';
import { confirmByKey } from '#modules/people/passkey/server/actions-confirm.ts';
import { formOf } from '#platform/server/pages.ts';
import { told } from '../../../answering.ts';
import type { RequestHandler } from './$types';

/** The answer of a key to who is there: the page then goes on without the password. */
export const POST: RequestHandler = (event) =>
  told(event, async ({ ctx }) => {
    const answer = (await formOf(event)).get('answer');
    const ticket = event.cookies.get(KEY_COOKIE) ?? '';
    await confirmByKey(ctx, { ticket, answer: String(answer ?? ''), origin: event.url.origin });
    return {};
  });
