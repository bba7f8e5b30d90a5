import type { Level } from '#modules/organisations/unit/rules.ts';

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

/** The cycle in which work is done now: the latest that has opened, else the earliest. Cycles come latest first. */
export function currentCycle<C extends Pick<Cycle, 'opensOn'>>(cycles: readonly C[], today: string): C | undefined {
  return cycles.find((cycle) => cycle.opensOn <= today) ?? cycles.at(-1);
}
