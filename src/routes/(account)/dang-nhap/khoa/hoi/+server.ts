import { askToEnter } from '#modules/people/passkey/server/actions-enter.ts';
import { answering } from '../../../../answering.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answering(event, () => askToEnter(event.locals.ctx, { origin: event.url.origin, address: event.getClientAddress() }));
