import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { documentDate, formatDay } from '#platform/vietnamese.ts';

/**
 * What can wait for a person; each kind has its sentence and its button in the catalogue (`duty.<kind>.…`), and its source in
 * `src/duties.ts`.
 */
export const DUTY_KINDS = [
  'send_again',
  'continue_draft',
  'self_assess',
  'accept',
  'resume',
  'appraise',
  'decide',
  'hand_over',
  'receive_handover',
  'approve_appointments',
  'place',
  'write_register',
  'read_launch',
  'check_upkeep',
  'decide_request',
  'answer_learner',
  'verify_result',
  'read_blind',
  'visit_model',
  'read_feedback',
  'read_comment',
  'follow_up',
  'send_first',
  'reminded',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** One line of the home page: one thing, or many of one kind that are best taken together. Days are `yyyy-mm-dd`. */
export interface Duty {
  key: string;
  kind: DutyKind;
  count: number;
  /** The thing itself; for a line of many, the most urgent of them first. */
  names: string[];
  /** Who registered it, and where; empty for a line of many. */
  whose: string;
  where: string;
  level: Level | null;
  cycle: string | null;
  since: Date | null;
  /** The earliest day on which one of them falls due; null without a deadline. */
  dueOn: string | null;
  /** Working days to that day, below zero once it is over; null where they are not counted. */
  daysLeft: number | null;
  href: string;
}

/** What a duty asks, as a sentence; `level` is the word for its level, if it has one. */
export function titleOf(duty: Duty, level: string, t: Translate): string {
  const { count, whose, where } = duty;
  const params = { count, name: duty.names[0] ?? '', whose, where, level, cycle: duty.cycle ?? '' };
  if (count > 1) return t(`duty.${duty.kind}.many`, params);
  const unnamed = duty.kind === 'continue_draft' && duty.names.length === 0;
  return t(`duty.${duty.kind}.${unnamed ? 'unnamed' : 'one'}`, params);
}

/** When something is due, seen from today. */
const DUE = ['overdue', 'today', 'week', 'later'] as const;
export type Due = (typeof DUE)[number];

export interface DutyGroup<D extends Duty = Duty> {
  due: Due;
  count: number;
  duties: D[];
}

/** So many of one kind are named one by one; more become one line. */
export const NAMED = 3;

/** When a day falls, seen from `today`; the week ends on its Sunday, and no day at all is later. */
export function dueOf(dueOn: string | null, today: string): Due {
  if (dueOn === null) return 'later';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= weekEnd(today) ? 'week' : 'later';
}

/** The Sunday that ends the week of a day. */
export function weekEnd(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Duties as the page shows them: by when they are due, the most urgent first; a group with nothing in it is left out. */
export function groupDuties<D extends Duty>(duties: readonly D[], today: string): DutyGroup<D>[] {
  return DUE.map((due) => {
    const own = duties.filter((each) => dueOf(each.dueOn, today) === due).sort(byUrgency);
    return { due, duties: own, count: own.reduce((sum, each) => sum + each.count, 0) };
  }).filter((group) => group.duties.length > 0);
}

const NO_DAY = '9999-12-31';

function byUrgency(a: Duty, b: Duty): number {
  return (
    (a.dueOn ?? NO_DAY).localeCompare(b.dueOn ?? NO_DAY) ||
    DUTY_KINDS.indexOf(a.kind) - DUTY_KINDS.indexOf(b.kind) ||
    Number(a.since ?? 0) - Number(b.since ?? 0)
  );
}

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const LONG = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day with its weekday: 'Thứ Hai, ngày 24 tháng 02 năm 2020', 'Monday 24 February 2020'. */
export function longDay(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  return language === 'vi' ? `${WEEKDAYS[date.getUTCDay()]}, ${documentDate(day)}` : LONG.format(date).replace(',', '');
}

/** A day as a list of work writes it: without its year when that is the present one ('28/02', '28 Feb'). */
export function shortDay(day: string, today: string, language: Language): string {
  const whole = formatDay(day, language);
  return day.slice(0, 4) === today.slice(0, 4) ? whole.replace(/[/ ]\d{4}$/, '') : whole;
}
