import type { Language, Translate } from '#platform/i18n.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { Appointment } from './rules.ts';

/** What somebody serves as and where, in one line; with whose place it is, of a deputy. */
export function dutyLine(duty: Appointment, t: Translate, language: Language): string {
  const { role, unitName, kept, sector, standsFor } = duty;
  const instead = standsFor && { name: standsFor.name, day: formatDay(standsFor.until, language) };
  const words = [t(`account.role.${role}`), sector?.[language], unitName, kept && t('account.kept')];
  return [...words, instead && t('deputy.for', instead)].filter(Boolean).join(' · ');
}
