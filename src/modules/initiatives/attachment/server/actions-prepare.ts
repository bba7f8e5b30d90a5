import { createHash } from 'node:crypto';
import { ENDINGS, fileNameOf, fileTypeOf } from '#platform/file-types.ts';
import { refuse } from '#platform/refusal.ts';
import { cleanImage } from '#platform/server/images.ts';
import { scanned } from '#platform/server/scanner.ts';
import { isPicture, MOST_AT_ONCE, MOST_BYTES } from '../rules.ts';
import type { Prepared } from '../schema.ts';

export interface Sent {
  name: string;
  bytes: Uint8Array;
}

/**
 * Files as they are kept: of a known type by their bytes, clean by the machine's scanner, pictures drawn anew. Where a picture was
 * taken is kept only if the sender asks for it. Refuses all of them, each with its sentence, when one cannot be kept.
 */
export async function prepared(sent: readonly Sent[], keepPlace: boolean): Promise<Prepared[]> {
  const files = sent.filter(({ bytes, name }) => bytes.byteLength > 0 || name !== '');
  if (files.length === 0) wrong('attachment.missing');
  if (files.length > MOST_AT_ONCE) wrong('attachment.too_many_at_once', { max: MOST_AT_ONCE });
  const kept: Prepared[] = [];
  for (const file of files) kept.push(await preparedOne(file, keepPlace));
  return kept;
}

async function preparedOne({ name: typed, bytes }: Sent, keepPlace: boolean): Promise<Prepared> {
  const name = fileNameOf(typed, 'tep');
  if (bytes.byteLength === 0) wrong('attachment.empty', { name });
  if (bytes.byteLength > MOST_BYTES) wrong('attachment.large', { name });
  const type = fileTypeOf(bytes);
  if (!type) wrong('attachment.type', { name });
  const found = await scanned(bytes);
  if (found !== 'clean') wrong(`attachment.${found}`, { name });
  const digest = createHash('sha256').update(bytes).digest();
  if (!isPicture(type))
    return {
      name: named(name, ENDINGS[type]),
      type,
      bytes,
      digest,
      preview: null,
      width: null,
      height: null,
      place: null,
    };
  const image = await cleanImage(bytes);
  if (!image) wrong('attachment.picture', { name });
  const { width, height, preview, place } = image;
  const drawn = { type: image.type, bytes: image.bytes, preview, width, height, place: keepPlace ? place : null };
  return { ...drawn, digest, name: named(name, ENDINGS[image.type]) };
}

/** The name with the ending of what the file is, so that no program takes it for something else. */
const named = (name: string, ending: string) =>
  new RegExp(`\\.${ending === 'jpg' ? 'jpe?g' : ending}$`, 'i').test(name)
    ? name
    : `${name.replace(/\.[\p{L}\d]{1,5}$/u, '')}.${ending}`;

function wrong(code: string, params?: Record<string, string | number>): never {
  return refuse('invalid', 'form.invalid', { fields: { file: { code, ...(params && { params }) } } });
}
