import { launchFileOf } from '#modules/initiatives/launch/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading } from '#platform/server/pages.ts';
import { asAttachment } from '../../../../../../../sent-files.ts';
import type { RequestHandler } from './$types';

/** A paper of a launch, to keep and never to run. */
export const GET: RequestHandler = ({ locals, params }) =>
  loading({ locals }, (db) => launchFileOf(db, idOf(params.id), idOf(params.file))).then(asAttachment);
