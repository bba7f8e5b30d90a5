import { wordsIn } from '#messages/catalogues.ts';
import { job } from '#platform/server/jobs.ts';
import { sendLetter } from '#platform/server/mail.ts';
import { answerOf } from './queries.ts';

/** Tells who has asked that the answer is no, or that there was none in time. Who is let in gets an invitation instead. */
export const sendAnswer = job<{ id: number }>('account_request.answer', async (ctx, { id }) => {
  const told = await answerOf(ctx, id);
  if (!told) return;
  const t = wordsIn(told.language);
  const text = t(`account_request.letter_${told.state}`, { name: told.fullName, answer: told.answer });
  await sendLetter({ to: told.email, subject: t('account_request.letter_subject'), text });
});
