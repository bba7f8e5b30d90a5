import { attachmentOf } from '#modules/initiatives/attachment/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading } from '#platform/server/pages.ts';
import { asAttachment } from '../../../../../../sent-files.ts';
import type { RequestHandler } from './$types';

/** A file of a model, to keep and never to run; `?small` is the small picture of it. */
export const GET: RequestHandler = ({ locals, params, url }) =>
  loading({ locals }, (db) => attachmentOf(db, idOf(params.id), idOf(params.file), url.searchParams.has('small'))).then(
    asAttachment,
  );
