import type { Reason } from '#platform/refusal.ts';
import type { Role } from '../appointment/rules.ts';
import { daysBetween } from '../duty/rules.ts';
import type { Office } from '../handover/rules.ts';

/** The longest time for which somebody stands in another's place, and the longest ahead that it may begin. Days. */
export const MOST_DAYS = 90;
export const MOST_AHEAD = 90;

/** The duties that nobody passes on for a time: they see everything, or let people in; who appoints gives them to somebody else. */
const NOT_FOR_A_TIME: readonly Role[] = ['administrator', 'auditor', 'people_administrator'];

/** Both days included, `yyyy-mm-dd`. */
export interface Days {
  from: string;
  until: string;
}

/** Who was named, for those days: whether they watch over others, or hold the very office themselves. */
export interface Named {
  id: number;
  name: string;
  audits: boolean;
  holds: boolean;
}

/** Why nobody can stand in for this office at all; null when somebody can. */
export function whyNoDeputy(office: Office, today: string): Reason | null {
  if (office.until !== null && office.until <= today) return { code: 'handover.over' };
  if (office.deputy) return { code: 'deputy.chain' };
  if (NOT_FOR_A_TIME.includes(office.role)) return { code: 'deputy.not_this_role' };
  return office.level === null ? { code: 'handover.unit_gone' } : null;
}

/** What stands against a deputy, by the field of the form; nothing when they may be. `by` is who names them. */
export function problemsOf(
  office: Office,
  named: Named | undefined,
  days: Days,
  { today, by }: { today: string; by: number | null },
): Record<string, Reason> {
  const who = named ? whyNotWho(office, named, by) : { code: 'deputy.unknown' };
  return { ...(who && { username: who }), ...whyNotWhen(office, days, today) };
}

function whyNotWho(office: Office, named: Named, by: number | null): Reason | null {
  if (named.id === office.personId) return { code: 'deputy.oneself' };
  if (named.id === by) return { code: 'appointment.not_yourself' };
  if (named.audits) return { code: 'handover.auditor_apart', params: { name: named.name } };
  return named.holds ? { code: 'deputy.holds_already', params: { name: named.name } } : null;
}

function whyNotWhen(office: Office, { from, until }: Days, today: string): Record<string, Reason> {
  if (from < today) return { from: { code: 'deputy.from_past' } };
  if (daysBetween(today, from) > MOST_AHEAD)
    return { from: { code: 'deputy.too_early', params: { count: MOST_AHEAD } } };
  if (until < from) return { until: { code: 'deputy.until_before' } };
  if (daysBetween(from, until) >= MOST_DAYS)
    return { until: { code: 'deputy.too_long', params: { count: MOST_DAYS } } };
  // The end of an office is the first day on which it is no more.
  const outside = from < office.since || (office.until !== null && until >= office.until);
  return outside ? { until: { code: 'deputy.outside_office' } } : {};
}

/** A deputy as people are shown them; days as above. */
export interface Deputy {
  id: number;
  officeId: number;
  role: Role;
  unitId: number;
  path: string;
  unit: string | null;
  absentId: number;
  absent: string;
  deputyId: number;
  deputy: string;
  since: string;
  until: string;
}
