import { wordsIn } from '#messages/catalogues.ts';
import { read } from '#platform/server/db.ts';
import { job } from '#platform/server/jobs.ts';
import { addressOf, sendLetter } from '#platform/server/mail.ts';
import { letterOf } from './queries-letter.ts';

/**
 * Tells somebody with a proven address that they are named in a comment; the letter says where and by whom, never what. One letter
 * for each record until they have read: a lively talk fills no letter box.
 */
export const sendMention = job<{ commentId: number; personId: number }>('comment.mention', async (ctx, data) => {
  const found = await read(ctx, (db) => letterOf(db, ctx, data));
  if (!found) return;
  const t = wordsIn(found.language);
  const { name, author, code } = found;
  const link = addressOf(`/office/initiatives/${found.initiativeId}/comments`);
  await sendLetter({
    to: found.email,
    subject: t('comment.letter_subject', { code }),
    text: t('comment.letter', { name, author, code, link }),
  });
});
