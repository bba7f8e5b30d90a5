import { askToConfirm } from '#modules/people/passkey/server/actions-confirm.ts';
import { answering } from '../../../../answering.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answering(event, () => askToConfirm(event.locals.ctx, { origin: event.url.origin }));
