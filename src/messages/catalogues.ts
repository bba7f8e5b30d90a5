import { type Language, type Translate, translator } from '#platform/i18n.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

const TRANSLATORS: Record<Language, Translate> = { vi: translator('vi', vi), en: translator('en', en) };

/** The words of one language, every module's joined. */
export function wordsIn(language: Language): Translate {
  return TRANSLATORS[language];
}
