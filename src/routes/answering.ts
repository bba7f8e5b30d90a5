import { json, type RequestEvent } from '@sveltejs/kit';
import { KEY_COOKIE, KEY_MINUTES } from '#modules/people/passkey/rules.ts';
import { Refusal } from '#platform/refusal.ts';
import { cookieOptions } from './cookies.ts';

/** Answers a script with a question for the browser's keys, or with the sentence of a refusal. */
export const answering = (
  event: RequestEvent,
  ask: () => Promise<{ options: object; ticket: string }>,
): Promise<Response> =>
  told(event, async () => {
    const { options, ticket } = await ask();
    event.cookies.set(KEY_COOKIE, ticket, cookieOptions(event.url, KEY_MINUTES * 60));
    return options;
  });

/** Answers a script as JSON with what was done, or with the sentence of a refusal. */
export async function told({ locals }: RequestEvent, work: (locals: App.Locals) => Promise<object>): Promise<Response> {
  try {
    return json(await work(locals));
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const [field] = Object.values(failure.fields);
    const { code, params } = field ?? failure.reason;
    return json({ problem: locals.t(code, params) }, { status: failure.status });
  }
}
