import { clockOf } from '#modules/organisations/calendar/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { type Duty, daysBetween, titleOf } from '../duty/rules.ts';

export const DIGESTS = ['daily', 'weekly', 'none'] as const;
export type DigestChoice = (typeof DIGESTS)[number];

/** A duty is put into the letter so many working days before its day; once a week, a week before. */
const AHEAD = { daily: 2, weekly: 5 } as const;

/** What of somebody's duties belongs into a letter: what is over its day or near it, the most urgent first. */
export function remindedOf(duties: readonly Duty[], today: string, choice: Exclude<DigestChoice, 'none'>): Duty[] {
  const near = ({ dueOn, daysLeft }: Duty) =>
    dueOn !== null && (dueOn <= today || (daysLeft ?? daysBetween(today, dueOn)) <= AHEAD[choice]);
  return duties.filter(near).sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
}

/** The letter of the day: what waits, by when and where, and where to have fewer letters. */
export function letterOf(
  duties: readonly Duty[],
  {
    name,
    today,
    t,
    language,
    address,
  }: { name: string; today: string; t: Translate; language: Language; address(path: string): string },
): { subject: string; text: string } {
  const count = duties.reduce((sum, each) => sum + each.count, 0);
  const lines = duties.map((duty) => {
    const level = duty.level ? t(`registration.level_in.${duty.level}`) : '';
    const dueOn = duty.dueOn ?? today;
    const { kind, count: days } = clockOf(dueOn, duty.daysLeft, today);
    const clock = t(`calendar.clock.${kind}`, { count: days, day: formatDay(dueOn, language) });
    const where = [duty.whose, duty.where].filter(Boolean).join(', ');
    return `- ${titleOf(duty, level, t)} (${clock})${where ? `\n  ${where}` : ''}\n  ${address(duty.href)}`;
  });
  return {
    subject: t('digest.letter_subject', { count }),
    text: t('digest.letter', {
      name,
      lines: lines.join('\n\n'),
      home: address('/office'),
      choose: address('/tai-khoan/nhac-viec'),
    }),
  };
}
