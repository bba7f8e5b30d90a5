import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';
import { type Audience, MENTIONS_MAX, TEXT_MAX } from './rules.ts';

const text = z
  .string()
  .transform((typed) => nfcLines(typed).trim())
  .pipe(z.string().min(1, 'comment.text_missing').max(TEXT_MAX, 'comment.text_long'));

/** Whom a comment is for, as `choiceOf` writes it. */
const audience = z
  .string()
  .regex(/^(readers|officers|body-\d{1,9})$/, 'comment.audience_missing')
  .transform((typed): Audience => {
    const [visibility, unit] = typed.split('-') as [Audience['visibility'], string?];
    return { visibility, unitId: unit === undefined ? null : Number(unit) };
  });

/** A comment on a model; `mentions` are people by their ids. */
export const WriteComment = z.object({
  id: Id,
  audience,
  text,
  mentions: z.array(Id).max(MENTIONS_MAX, 'comment.mentions_many').default([]),
});

/** One of a model's comments, put otherwise by its author. */
export const EditComment = z.object({ id: Id, commentId: Id, text });
export const WithdrawComment = z.object({ id: Id, commentId: Id });
/** Of a model: its reader has read where they are named. */
export const ReadMentions = z.object({ id: Id });
