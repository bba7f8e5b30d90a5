export type Language = 'vi' | 'en';
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

export type Params = Record<string, string | number>;
export type Translate = (key: string, params?: Params) => string;

const NUMBERS: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};
const PLURALS = new Intl.PluralRules('en');

/**
 * A translator over one catalogue. `{name}` is replaced; a number is written the language's way;
 * `{n|model|models}` picks the English singular or plural by `n`. An unknown key answers the key itself.
 */
export function translator(language: Language, catalogue: Readonly<Record<string, string>>): Translate {
  return (key, params = {}) => {
    const text = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (text === undefined) return key;
    return text.replace(
      /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
      (whole, name: string, one?: string, other?: string) => {
        const value = params[name];
        if (value === undefined) return whole;
        if (one !== undefined) return (PLURALS.select(Number(value)) === 'one' ? one : other) ?? '';
        return typeof value === 'number' ? NUMBERS[language].format(value) : value;
      },
    );
  };
}

/** The best language for an `accept-language` header; Vietnamese when nothing fits. */
export function preferredLanguage(header: string | null): Language {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const code = part.trim().slice(0, 2);
    if (code === 'vi' || code === 'en') return code;
  }
  return 'vi';
}
