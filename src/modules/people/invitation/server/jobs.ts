import { wordsIn } from '#messages/catalogues.ts';
import { dayOf } from '#platform/server/context.ts';
import { job } from '#platform/server/jobs.ts';
import { addressOf, sendLetter } from '#platform/server/mail.ts';
import { issueInvitation } from './actions-issue.ts';

/** Sends the link of an invitation; its token is made here, so that it stands in no queue. */
export const sendInvitation = job<{ id: number }>('invitation.send', async (ctx, { id }) => {
  const issued = await issueInvitation(ctx, { id });
  if (!issued) return;
  const t = wordsIn('vi');
  const [year, month, day] = dayOf(issued.until).split('-');
  const facts = {
    name: issued.fullName,
    link: addressOf(`/loi-moi?ma=${issued.token}`),
    until: `${day}/${month}/${year}`,
  };
  await sendLetter({ to: issued.email, subject: t('invitation.letter_subject'), text: t('invitation.letter', facts) });
});
