import { registerKey } from '#modules/initiatives/registration/rules-keys.ts';
import type { ReadRow, Section } from './rules.ts';

/**
 * The models above a heading such as 'II. Danh sách mô hình được công nhận' that nothing has been said of: one that stands below it again is
 * no further model, but the result of the first.
 */
export class Again {
  readonly #open = new Map<string, ReadRow[]>();
  #section: Section | null = null;
  #read = 0;

  /** The model that a row under such a heading brings the result of; undefined for a model of its own. `rows` are those above. */
  model(row: ReadRow, section: Section, rows: readonly ReadRow[]): ReadRow | undefined {
    if (section.verdict === undefined || row.verdict !== section.verdict || row.unitId === null) return undefined;
    // Equal rows below one heading are models of their own.
    if (this.#section !== section) this.#add(rows);
    this.#section = section;
    const same = this.#open.get(placeOf(row)) ?? [];
    const at = same.findIndex((one) => agrees(row.fieldId, one.fieldId) && agrees(row.subject, one.subject));
    return at < 0 ? undefined : same.splice(at, 1)[0];
  }

  #add(rows: readonly ReadRow[]): void {
    for (const row of rows.slice(this.#read)) {
      if (row.verdict !== null || row.unitId === null) continue;
      const place = placeOf(row);
      this.#open.set(place, [...(this.#open.get(place) ?? []), row]);
    }
    this.#read = rows.length;
  }
}

const placeOf = (row: ReadRow) => `${row.unitId}|${registerKey(row.name, row.registrant)}`;
const agrees = (said: unknown, known: unknown) => said === null || said === known;
