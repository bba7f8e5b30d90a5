import { en as movementEn } from '#modules/movements/movement/messages.en.ts';
import { vi as movementVi } from '#modules/movements/movement/messages.vi.ts';
import { type Language, type Translate, translator } from '#platform/i18n.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

const WORDS: Record<Language, Translate> = {
  vi: translator('vi', { ...movementVi, ...vi }),
  en: translator('en', { ...movementEn, ...en }),
};

/** The words of the figures and of movements alone, for where no page's translator is at hand. */
export function wordsOf(language: Language): Translate {
  return WORDS[language];
}
