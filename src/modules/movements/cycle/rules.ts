import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language } from '#platform/i18n.ts';

/** A yearly cycle with its levels and due days (`yyyy-mm-dd`). */
export interface Cycle {
  id: number;
  movementId: number;
  code: string;
  year: number;
  /** The day whose tree of units the cycle's figures stand on. */
  referenceDay: string;
  opensOn: string;
  legalBasis: string;
  documentId?: number | null;
  clause?: string;
  /** Document and clause in one line. */
  basis?: string;
  codePrefix: string;
  levels: CycleLevel[];
}

/** The window of a level: forms are in time until `registerDueOn`, excused until `graceUntil`, refused from `lockedFrom`. */
export interface CycleLevel {
  level: Level;
  registerDueOn: string;
  graceUntil?: string | null | undefined;
  lockedFrom?: string | null | undefined;
  appraiseDueOn: string;
  /** Who judges, and who recognises, as the guidance names them; empty where it names nobody. */
  appraisingBody?: string;
  recognisingBody?: string;
  /** Working days that each station has for one model; without, the days of the level count. */
  acceptDays?: number | null | undefined;
  mendDays?: number | null | undefined;
  appraiseDays?: number | null | undefined;
  decideDays?: number | null | undefined;
}

/** Whose year it is: the years of two movements have the same numbers. */
export interface MovementName {
  movementVi: string;
  movementEn: string;
}
type NamedCycle = Pick<Cycle, 'code'> & MovementName;

/** What the movement of a year is called; empty where there is no year. */
export const movementIn = (cycle: MovementName | undefined, language: Language) =>
  (language === 'vi' ? cycle?.movementVi : cycle?.movementEn || cycle?.movementVi) ?? '';

/** A year as a choice: with the movement's name where there are years of more than one. */
export function yearOf(cycle: NamedCycle, among: readonly NamedCycle[], language: Language): string {
  const several = among.some((each) => each.movementVi !== cycle.movementVi);
  return several ? `${cycle.code} · ${language === 'vi' ? cycle.movementVi : cycle.movementEn}` : cycle.code;
}

/** Every year as an option of a select. */
export const yearOptions = (cycles: readonly (NamedCycle & { id: number })[], language: Language) =>
  cycles.map((each) => ({ value: String(each.id), label: yearOf(each, cycles, language) }));

/** The cycle in which work is done now: the latest that has opened, else the earliest. Cycles come latest first. */
export function currentCycle<C extends Pick<Cycle, 'opensOn'>>(cycles: readonly C[], today: string): C | undefined {
  return cycles.find((cycle) => cycle.opensOn <= today) ?? cycles.at(-1);
}
