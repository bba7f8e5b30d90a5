import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Role } from '../appointment/rules.ts';
import { DUTY_KINDS, type DutyKind, daysBetween } from '../duty/rules.ts';

const HANDOVER_STATES = ['proposed', 'done', 'declined', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** A day may lie so far back when the paper comes late, and so far ahead when a leaver proposes in time. Days. */
const MOST_LATE = 30;
const MOST_AHEAD = 90;

/** One appointment of a person as its handover needs it; days are `yyyy-mm-dd`, `path` and `level` stand on today's tree. */
export interface Office {
  id: number;
  personId: number;
  personName: string;
  role: Role;
  unitId: number;
  unit: string | null;
  /** Null when the unit stands no more. */
  level: Level | null;
  path: string;
  registrantId: number | null;
  registrant: string | null;
  sector: { id: number; vi: string; en: string } | null;
  since: string;
  until: string | null;
  /** It comes with a seat on a body, and goes with it. */
  ofBody: boolean;
  /** Held in the place of somebody who is away. */
  deputy?: boolean;
  /** Paths that are not approved for it yet. */
  without: readonly string[];
}

export interface Successor {
  id: number;
  name: string;
  username: string;
  /** Watches over others today; and works in a duty of another kind. */
  audits: boolean;
  serves: boolean;
}

/** Why this office cannot be handed over at all; null when it can. */
export function whyNoHandover(office: Office, today: string): Reason | null {
  if (office.since > today || (office.until !== null && office.until <= today)) return { code: 'handover.over' };
  if (office.deputy) return { code: 'deputy.chain_handover' };
  if (office.ofBody) return { code: 'handover.of_body' };
  return office.level === null ? { code: 'handover.unit_gone' } : null;
}

/** What stands against a handover, by the field of the form; nothing when it may be. */
export function problemsOf(
  office: Office,
  successor: Successor | undefined,
  on: string,
  today: string,
): Record<string, Reason> {
  const who = successor ? whyNotWith(office, successor) : { code: 'handover.successor_unknown' };
  const when = whyNotOn(office, on, today);
  return { ...(who && { username: who }), ...(when && { on: when }) };
}

function whyNotWith(office: Office, successor: Successor): Reason | null {
  if (successor.id === office.personId) return { code: 'handover.to_oneself' };
  // Who watches over the others does not work beside them, nor the other way.
  const audited = office.role === 'auditor' ? successor.serves : successor.audits;
  return audited ? { code: 'handover.auditor_apart', params: { name: successor.name } } : null;
}

function whyNotOn(office: Office, on: string, today: string): Reason | null {
  const ahead = daysBetween(today, on);
  if (ahead < -MOST_LATE) return { code: 'handover.too_late', params: { count: MOST_LATE } };
  if (ahead > MOST_AHEAD) return { code: 'handover.too_early', params: { count: MOST_AHEAD } };
  if (on <= office.since) return { code: 'handover.before_office' };
  return office.until !== null && on >= office.until ? { code: 'handover.after_office' } : null;
}

/** How much is waiting in an office, by kind. Drafts are counted where they are moved; a person's own kinds are not the office's. */
export type Waiting = Partial<Record<DutyKind, number>>;
const OWN: readonly DutyKind[] = ['continue_draft', 'receive_handover', 'read_comment', 'read_blind', 'read_feedback'];

/** What a handover would do: who, from when, what passes on and what stays. */
export interface HandoverPreview {
  office: Office;
  successor: Successor;
  on: string;
  waiting: Waiting;
  stays: Office[];
  /** True when it is carried out at once, else it is proposed: by who leaves, or before its day. */
  atOnce: boolean;
  ahead: boolean;
  /** Makes a second press harmless. */
  key: string;
}

/** Counts duties of an office by kind. */
export function waitingIn(duties: readonly { kind: DutyKind; count: number }[]): Waiting {
  const waiting: Waiting = {};
  for (const { kind, count } of duties) if (!OWN.includes(kind)) waiting[kind] = (waiting[kind] ?? 0) + count;
  return waiting;
}

/** What is waiting or was moved as lines, in the order of the home page. */
export function linesOf(moved: Waiting): { kind: DutyKind; count: number }[] {
  return DUTY_KINDS.flatMap((kind) => (moved[kind] ? [{ kind, count: moved[kind] }] : []));
}
