import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { regulationOf } from '#modules/people/body/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { asAttachment } from '../../../../../../sent-files.ts';
import type { RequestHandler } from './$types';

/** A working regulation, to keep and never to run. */
export const GET: RequestHandler = ({ locals, params }) =>
  loading({ locals }, (db) => regulationOf(db, idOf(params.id), idOf(params.file))).then(asAttachment);
