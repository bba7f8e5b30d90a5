import type { Language } from '#platform/i18n.ts';

/** A field (lĩnh vực) or a linked programme, with its name in both languages. */
export interface Named {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
}

/** The name to show in a language. */
export function nameIn(named: { nameVi: string; nameEn: string }, language: Language): string {
  return language === 'vi' ? named.nameVi : named.nameEn;
}
