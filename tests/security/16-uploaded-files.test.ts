import { expect, test } from 'vitest';
import { fileTypeOf } from '../../src/platform/file-types.ts';
import { asAttachment } from '../../src/routes/sent-files.ts';

// What can be sent and what it is drawn into: src/platform/file-types.test.ts, src/modules/initiatives/attachment/server/actions.test.ts.

test('whatever somebody sent comes back to be kept, never to run in our name', () => {
  const name = 'biên\r\nbản "họp".pdf';
  const { headers } = asAttachment({ name, type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') });
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="bienban hop.pdf"; filename*=UTF-8''bi%C3%AAn%0D%0Ab%E1%BA%A3n%20%22h%E1%BB%8Dp%22.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
});

test.each(['<!doctype html><script>', '<?xml version="1.0"?><svg/>', '\ufeff<html>', '#!/bin/sh', 'MZ\x90', '\x7fELF'])(
  'a file that begins with %j is of no type that we keep',
  (text) => expect(fileTypeOf(Buffer.from(text, 'latin1'))).toBeUndefined(),
);
