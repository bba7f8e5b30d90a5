import { type Language, type Translate, translator } from '#platform/i18n.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

const WORDS: Record<Language, Translate> = { vi: translator('vi', vi), en: translator('en', en) };

/** The words of the figures alone, for where no page's translator is at hand. */
export function wordsOf(language: Language): Translate {
  return WORDS[language];
}
