import { ReadableStream } from 'node:stream/web';
import { type ActionFailure, error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { type Reason, Refusal } from '../refusal.ts';
import type { Context, ReadDb } from './context.ts';
import { read } from './db.ts';
import { formOf } from './forms.ts';

export { formOf };

/** What a refused form gets back: the sentence, the fields' sentences, and everything that was typed. */
export interface FormAnswer {
  problem: string;
  problems: Record<string, string>;
  values: Record<string, string>;
}

type Event = Pick<RequestEvent, 'locals' | 'request'>;

const say = (event: Event, reason: Reason) => event.locals.t(reason.code, reason.params);

/** Reads for a page in one transaction; a refusal becomes the error page with its sentence. */
export async function loading<T>(
  event: { locals: App.Locals },
  work: (db: ReadDb, ctx: Context) => Promise<T>,
): Promise<T> {
  try {
    return await read(event.locals.ctx, (db) => work(db, event.locals.ctx));
  } catch (failure) {
    if (failure instanceof Refusal)
      error(failure.status, { message: event.locals.t(failure.reason.code, failure.reason.params) });
    throw failure;
  }
}

/** A file that is written while it is sent. */
export const sending = (bytes: AsyncIterable<Uint8Array>, headers: Record<string, string>): Response =>
  new Response(ReadableStream.from(bytes) as unknown as BodyInit, { headers });

/** The text fields of a form, first value of each name; files are left out. */
export function typed(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !(name in values)) values[name] = value;
  return values;
}

/**
 * Runs a form's action. `work` answers where to go next (303), or nothing to stay. A refusal keeps what was typed;
 * passwords never come back.
 */
export async function submitting<T extends Event>(
  event: T,
  work: (ctx: Context, values: Record<string, string>, form: FormData) => Promise<string | undefined>,
): Promise<ActionFailure<FormAnswer> | undefined> {
  const form = await formOf(event);
  const values = typed(form);
  let next: string | undefined;
  try {
    next = await work(event.locals.ctx, values, form);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !/password|code/i.test(name)));
    const problems = Object.fromEntries(
      Object.entries(failure.fields).map(([name, reason]) => [name, say(event, reason)]),
    );
    return fail(failure.status, { problem: say(event, failure.reason), problems, values: kept });
  }
  if (next !== undefined) redirect(303, next);
}
