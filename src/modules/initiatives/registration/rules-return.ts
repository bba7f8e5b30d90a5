import { type Reason, refuse } from '#platform/refusal.ts';
import { move, type Registration } from './rules.ts';
import { PARTS, type Part } from './schema.ts';

/** What an act says beside its reason, as its event keeps it. */
export interface EventDetails {
  /** Of a return: the parts that need work, each with its reason. */
  parts?: PartReasons;
  /** Of a deferral: the day (`yyyy-mm-dd`) on which it comes back; null: with the next cycle. */
  until?: string | null;
  /** What was told to the registrant beside a verdict. */
  feedback?: string;
}
export type PartReasons = Partial<Record<Part, string>>;

/** The name of the box in which the reason for a part is written. */
export const whyBox = (part: Part) => `why_${part}`;

/** What an officer has ticked in a form: each part with what is written beside it, an empty text included. */
export function partReasonsOf(form: FormData): PartReasons {
  const ticked = form.getAll('part');
  return Object.fromEntries(
    PARTS.filter((part) => ticked.includes(part)).map((part) => [part, String(form.get(whyBox(part)) ?? '')]),
  );
}

/** A return: refuses it with everything that it leaves unsaid, the reason for all and that of each ticked part. */
export function moveBack(registration: Registration, day: string, reason: string, parts: PartReasons): Registration {
  const bare = PARTS.filter((part) => parts[part]?.trim() === '');
  if (bare.length === 0) return move(registration, 'return', day, reason);
  const missing = (box: string): [string, Reason] => [box, { code: 'registration.part_reason.missing' }];
  const fields = Object.fromEntries(bare.map((part) => missing(whyBox(part))));
  if (reason.trim() === '') fields.reason = { code: 'registration.reason.missing' };
  refuse('invalid', 'form.invalid', { fields });
}

/** One part of a form that came back, as it was returned and as it stands now. */
export interface Compared {
  part: Part;
  /** Why it was returned; null if nobody asked for a change. */
  reason: string | null;
  was: string;
  now: string;
  changed: boolean;
}

/** The parts that were asked for, changed or not, and then those changed beside; in the order of the form. */
export function compare(asked: PartReasons, was: Record<Part, string>, now: Record<Part, string>): Compared[] {
  const all = PARTS.map((part) => ({
    ...{ part, reason: asked[part] ?? null, was: was[part], now: now[part] },
    changed: evened(was[part]) !== evened(now[part]),
  }));
  return [...all.filter((each) => each.reason !== null), ...all.filter((each) => each.reason === null && each.changed)];
}

const evened = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
