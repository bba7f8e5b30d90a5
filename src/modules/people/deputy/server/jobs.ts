import { wordsIn } from '#messages/catalogues.ts';
import { read } from '#platform/server/db.ts';
import { job } from '#platform/server/jobs.ts';
import { addressOf, sendLetter } from '#platform/server/mail.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { letterOf } from './queries.ts';

/** Tells a deputy for whom they stand, in which office and when. Who has no proven address finds it on their own page. */
export const sendDeputyLetter = job<{ id: number }>('deputy.send', async (ctx, { id }) => {
  const told = await read(ctx, (db) => letterOf(db, ctx, id));
  if (!told?.email) return;
  const t = wordsIn(told.language);
  const office = [t(`account.role.${told.role}`), told.unit].filter(Boolean).join(', ');
  const [from, until] = [told.since, told.until].map((day) => formatDay(day, told.language));
  const words = { name: told.deputy, absent: told.absent, office, from: from ?? '', until: until ?? '' };
  const text = t('deputy.letter', { ...words, link: addressOf('/office') });
  await sendLetter({ to: told.email, subject: t('deputy.letter_subject', words), text });
});
