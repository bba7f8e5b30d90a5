import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines, parseDay } from '#platform/vietnamese.ts';
import { usernameOf } from '../account/rules.ts';
import { DUTY_KINDS } from '../duty/rules.ts';

/** Typed as people write a day; afterwards `yyyy-mm-dd`. */
const Day = z.string().transform((typed, context) => {
  const day = parseDay(typed);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'handover.day_missing' });
  return z.NEVER;
});
const Waiting = z.partialRecord(z.enum(DUTY_KINDS), z.number().int().nonnegative()).default({});

/** An office to be handed over: to whom by user name, from which day, and what the paper should say beside. */
export const NewHandover = z.object({
  appointmentId: Id,
  username: z.string().transform(usernameOf).pipe(z.string().min(1, 'handover.successor_missing')),
  on: Day,
  note: z.string().max(2_000, 'handover.note_long').transform(nfcLines).default(''),
  /** What waits in the office, as its module counted it. */
  waiting: Waiting,
});
/** Of whom it is asked whether they may take an office over. */
export const NamedSuccessor = NewHandover.pick({ appointmentId: true, username: true });
export const ConfirmHandover = z.object({ id: Id, waiting: Waiting });
export const OneHandover = z.object({ id: Id });
