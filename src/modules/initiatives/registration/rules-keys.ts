import { fold, plainText } from '#platform/vietnamese.ts';

/** What tells two lines of one unit's list apart: folded name, folded registrant, and the count of equal ones. */
export function registerKey(name: string, registrant: string, occurrence = 1): string {
  return `${fold(name)}|${fold(registrant)}|${occurrence}`;
}

/** The folded text that search looks in. */
export function searchText(...parts: string[]): string {
  return plainText(parts.join(' '));
}

/** A model's public number, such as KG-2019-04127: movement's prefix, year of its first entry, id. */
export function initiativeCode(prefix: string, year: number, id: number): string {
  return `${prefix}-${year}-${String(id).padStart(5, '0')}`;
}

/** An id as an address or a form writes it; 0, which no row has, for anything else. */
export function idOf(text: string | null | undefined): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}
