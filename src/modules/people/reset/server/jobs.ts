import { wordsIn } from '#messages/catalogues.ts';
import { job } from '#platform/server/jobs.ts';
import { addressOf, sendLetter } from '#platform/server/mail.ts';
import { RESET_MINUTES } from '../rules.ts';
import { issueReset } from './actions-issue.ts';

/**
 * Sends the link for a new password, if the address is somebody's. The token is made here and not before: it stands in no queue,
 * and whoever asked waits as long for an address that nobody has.
 */
export const sendResetLetter = job<{ email: string }>('reset.send', async (ctx, { email }) => {
  const issued = await issueReset(ctx, { email });
  if (!issued) return;
  const t = wordsIn(issued.language);
  const link = addressOf(`/dat-lai-mat-khau?ma=${issued.token}`);
  await sendLetter({
    to: email,
    subject: t('reset.letter_subject'),
    text: t('reset.letter', { name: issued.fullName, username: issued.username, link, minutes: RESET_MINUTES }),
  });
});
