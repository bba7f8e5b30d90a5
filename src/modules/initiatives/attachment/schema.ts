import { z } from 'zod';
import { Id } from '#platform/ids.ts';

const Bytes = z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array);
const Degrees = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** A file as it is kept: its type known, a picture drawn anew, its digest that of the file as it was sent. */
export const Prepared = z.object({
  name: z.string().min(1).max(200),
  type: z.string(),
  bytes: Bytes,
  digest: Bytes,
  preview: Bytes.nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  place: Degrees.nullable(),
});
export type Prepared = z.output<typeof Prepared>;

export const AddAttachments = z.object({
  id: Id,
  caption: z.string().trim().max(300, 'attachment.caption_long').default(''),
  files: z.array(Prepared).min(1, 'attachment.missing'),
});

export const RemoveAttachment = z.object({
  id: Id,
  reason: z.string().trim().min(1, 'attachment.reason_missing').max(500),
});
