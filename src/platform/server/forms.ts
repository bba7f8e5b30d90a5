import { TransformStream } from 'node:stream/web';
import { error, type RequestEvent } from '@sveltejs/kit';

/** What a form of somebody who is not signed in may weigh: a few typed lines. */
const OF_A_STRANGER = 256 * 1024;
/** What typed fields may weigh; files have the limit of the whole site. */
const OF_FIELDS = 2 * 1024 * 1024;
/** More fields than any page has: 20,000 ticked rows and what stands beside them. Each costs far more memory than it weighs. */
const MOST_FIELDS = 25_000;
/** What is so light and says so holds no harm, and is not watched: that would cost most forms more than reading them. */
const LIGHT = 32 * 1024;

/**
 * The form that a request brings; every form is read here. Refuses (413) what weighs more than its sender may send or has more
 * fields than any page, before it is taken apart, and (400) what is no form.
 */
export async function formOf({ request, locals }: Pick<RequestEvent, 'locals' | 'request'>): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data\s*;.*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const most = !locals.signedIn ? OF_A_STRANGER : boundary ? Number.POSITIVE_INFINITY : OF_FIELDS;
  const tooMuch = () => error(413, locals.t('error.413.form'));
  const weight = request.headers.get('content-length');
  if (Number(weight) > most) tooMuch();
  const seen = watching(most, boundary ? `--${boundary[1] ?? boundary[2]}` : '&');
  try {
    if (weight !== null && Number(weight) <= LIGHT) return await request.formData();
    const body = request.body?.pipeThrough(seen.stream as ReadableWritablePair<Uint8Array, Uint8Array>) ?? null;
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (failure) {
    if (seen.tooMuch()) tooMuch();
    if (isTooLarge(failure)) error(413, locals.t('error.413.what'));
    return error(400, locals.t('error.400.form'));
  }
}

/** Lets bytes through and counts them, and the marks between fields; breaks off at more than there may be. */
function watching(most: number, mark: string): { stream: TransformStream<Uint8Array, Uint8Array>; tooMuch(): boolean } {
  let [weight, fields, tail] = [0, 0, Buffer.alloc(0)];
  const isTooMuch = () => weight > most || fields > MOST_FIELDS;
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      weight += chunk.length;
      // A mark may be cut in two by the edge of a piece.
      const piece = Buffer.concat([tail, chunk]);
      for (let at = piece.indexOf(mark); at >= 0; at = piece.indexOf(mark, at + mark.length)) fields++;
      tail = Buffer.from(piece.subarray(Math.max(0, piece.length - mark.length + 1)));
      if (isTooMuch()) controller.error(new Error('more than a form may hold'));
      else controller.enqueue(chunk);
    },
  });
  return { stream, tooMuch: isTooMuch };
}

/** The limit of the whole site, which Kit keeps, breaks the body off with an error of its own. */
const isTooLarge = (failure: unknown): boolean =>
  failure instanceof Error && ((failure as { status?: number }).status === 413 || isTooLarge(failure.cause));
