import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { regulationOf } from '#modules/people/body/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** A working regulation, to keep and never to run: as an attachment, of the type that its bytes have. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await loading({ locals }, (db) => regulationOf(db, idOf(params.id), idOf(params.file)));
  const plain = file.name.normalize('NFD').replace(/[^ -~]|["\\%]/g, '') || 'quy-che';
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
};
