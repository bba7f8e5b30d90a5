import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Reason } from '#platform/refusal.ts';

/** A cycle's windows as far as sending needs them; days are `yyyy-mm-dd`. */
export interface Windows {
  opensOn: string;
  levels: readonly { level: Level; registerDueOn: string }[];
}

/** What a form says of when it comes, and on what: from paper, and late. */
export interface Coming {
  levels: readonly Level[];
  /** The day on which an office received the paper; empty where it is sent from a screen. */
  paperOn: string;
  signedBy: string;
  lateReason: string;
}

/** The day that counts against the due day: of a paper form the one on which the office received it, else today. */
export function countedOn(form: Pick<Coming, 'paperOn'>, today: string): string {
  return form.paperOn || today;
}

/** Whether a form comes after the due day of a level that it seeks; within the grace too, where it is excused and still says why. */
export function isLate(form: Coming, { levels }: Windows, today: string): boolean {
  const day = countedOn(form, today);
  return levels.some(({ level, registerDueOn }) => form.levels.includes(level) && registerDueOn < day);
}

/** What is missing or wrong about when and on what a form comes, by box. */
export function windowProblems(form: Coming, windows: Windows, today: string): Record<string, Reason> {
  const problems: Record<string, Reason> = {};
  const { paperOn, signedBy, lateReason } = form;
  if (paperOn === '' && signedBy !== '') problems.paperOn = { code: 'registration.paper.day_missing' };
  if (paperOn !== '' && signedBy === '') problems.signedBy = { code: 'registration.paper.signed_missing' };
  if (paperOn > today) problems.paperOn = { code: 'registration.paper.day_ahead' };
  else if (paperOn !== '' && paperOn < windows.opensOn) problems.paperOn = { code: 'registration.paper.day_before' };
  if (lateReason === '' && isLate(form, windows, today))
    problems.lateReason = { code: 'registration.late_reason.missing' };
  return problems;
}
