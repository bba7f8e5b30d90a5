import { LEVELS } from '#modules/organisations/unit/rules.ts';

const PARTS = [
  'registerDueOn',
  'graceUntil',
  'lockedFrom',
  'appraiseDueOn',
  'appraisingBody',
  'recognisingBody',
  'acceptDays',
  'mendDays',
  'appraiseDays',
  'decideDays',
] as const;

/** The levels of a year as its form names them, `commune.registerDueOn` …; one without a due day does not take part. */
export function levelsTyped(typed: Readonly<Record<string, string>>) {
  const taking = LEVELS.filter((level) => typed[`${level}.registerDueOn`]?.trim());
  return taking.map((level) => ({
    level,
    ...Object.fromEntries(PARTS.map((part) => [part, typed[`${level}.${part}`] ?? ''])),
  }));
}
