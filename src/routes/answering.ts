import { json, type RequestEvent } from '@sveltejs/kit';
import { KEY_COOKIE, KEY_MINUTES } from '#modules/people/passkey/rules.ts';
import { Refusal } from '#platform/refusal.ts';
import { cookieOptions } from './cookies.ts';

/** Answers a script with a question for the browser's keys, or with the sentence of a refusal. */
export async function answering(
  { cookies, url, locals }: RequestEvent,
  ask: () => Promise<{ options: object; ticket: string }>,
): Promise<Response> {
  try {
    const { options, ticket } = await ask();
    cookies.set(KEY_COOKIE, ticket, cookieOptions(url, KEY_MINUTES * 60));
    return json(options);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const [field] = Object.values(failure.fields);
    const { code, params } = field ?? failure.reason;
    return json({ problem: locals.t(code, params) }, { status: failure.status });
  }
}
