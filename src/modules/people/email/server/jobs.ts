import { wordsIn } from '#messages/catalogues.ts';
import { job } from '#platform/server/jobs.ts';
import { addressOf, sendLetter } from '#platform/server/mail.ts';
import { PROOF_MINUTES } from '../rules.ts';
import { issueProof } from './actions-issue.ts';

/** Sends the link that proves an address; the token is made here, so that it stands in no queue. */
export const sendProofLetter = job<{ personId: number; email: string }>('email.send', async (ctx, data) => {
  const issued = await issueProof(ctx, data);
  if (!issued) return;
  const t = wordsIn(issued.language);
  const link = addressOf(`/tai-khoan/thu?ma=${issued.token}`);
  const text = t('email.letter', { name: issued.fullName, link, minutes: PROOF_MINUTES });
  await sendLetter({ to: data.email, subject: t('email.letter_subject'), text });
});

/** Tells the address that was a person's that it is so no more: whoever reads it may know better. */
export const sendChangedLetter = job<{ to: string; name: string }>('email.changed', async (_ctx, { to, name }) => {
  const t = wordsIn('vi');
  await sendLetter({ to, subject: t('email.changed_subject'), text: t('email.changed_letter', { name }) });
});
