import { wordsIn } from '#messages/catalogues.ts';
import { letterOf, remindedOf } from '#modules/people/digest/rules.ts';
import { claimDigest, finishDigest, queueDigests } from '#modules/people/digest/server/actions.ts';
import { asPerson } from '#modules/people/digest/server/queries.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { job } from '#platform/server/jobs.ts';
import { addressOf, mailIsOn, sendLetter } from '#platform/server/mail.ts';
import { dutiesOf } from './duties.ts';

/** In the morning of a working day: each person's letter, to be written when its turn comes. */
export const queueDigestsDaily = job('digest.queue', async (ctx) => {
  if (mailIsOn()) await queueDigests(ctx, {});
});

/** Each minute: the letters that wait, one after the other. What a letter says is found now, with its reader's own eyes. */
export const sendDigestsSoon = job('digest.send', async (ctx) => {
  if (!mailIsOn()) return;
  for (let more = true; more; ) more = await sendNext(ctx);
});

/** Sends the next letter; false when none waits. Turned away by the mail server it throws, and its turn comes again. */
async function sendNext(ctx: Context): Promise<boolean> {
  const next = await claimDigest(ctx, {});
  if (!next) return false;
  const { personId, day, name, email, language, choice } = next;
  const reader = email && choice !== 'none' ? await asPerson(ctx, personId) : undefined;
  const today = dayOf(ctx.now);
  const duties = reader && choice !== 'none' ? remindedOf(await dutiesOf(reader), today, choice) : [];
  if (email && duties.length > 0) {
    const t = wordsIn(language);
    const letter = letterOf(duties, { name, today, t, language, address: addressOf });
    // Noted only once it has gone: who dies in between sends it again, under the same name. The other way round it would be lost,
    // and a letter that does not come is worse than one that a mailbox may show twice.
    await sendLetter({ to: email, ...letter, id: `digest.${personId}.${day}` });
  }
  await finishDigest(ctx, { personId, day, lines: duties.length });
  return true;
}
