import { z } from 'zod';
import { isOfficerOver } from '#modules/people/appointment/policy.ts';
import { Id } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { mayMove } from '../policy.ts';
import { move, type Registration, type Transition } from '../rules.ts';
import { moveBack } from '../rules-return.ts';
import { MoveRegistration, ReturnRegistration } from '../schema.ts';
import { registrationForUpdate, registrationsForUpdate, saveMoved } from './store.ts';

const briefly = (registration: Registration) => ({
  state: registration.state,
  submittedOn: registration.submittedOn,
  carriedOutOn: registration.carriedOutOn,
  recognisedBy: registration.recognisedBy,
});

type Seen = z.output<typeof MoveRegistration>;

/** The registration as the person saw it, locked. */
export async function asSeen(tx: WriteDb, input: Seen, ctx: Context): Promise<Registration | undefined> {
  const registration = await registrationForUpdate(tx, input.id, ctx);
  // Before the permission: who pressed on what has moved on meanwhile is told so, not that the state forbids it.
  const stale = registration && input.version !== undefined && input.version !== registration.version;
  if (stale) refuse('conflict', 'registration.moved_on', { params: { name: registration.name } });
  return registration;
}

/** One step of the workflow on one registration, with its permission, event and audit. */
const step = (act: Transition) =>
  action({
    name: `registration.${act}`,
    input: MoveRegistration,
    subject: (tx, _scope, input, ctx) => asSeen(tx, input, ctx),
    allow: (actor, registration) => mayMove(actor, registration, act),
    async run({ tx, ctx, now }, registration, input): Promise<Registration> {
      const moved = move(registration, act, dayOf(now), input.reason);
      await saveMoved(tx, ctx, [moved], act, input.reason);
      return moved;
    },
    audit: (before, after, { reason }) => audited(before, after, { reason }),
  });

/** What the audit keeps of a step, beside what was said with it. */
export const audited = (before: Registration, after: Registration, said: object) => ({
  subjectKind: 'registration',
  subjectId: before.id,
  unitId: before.unitId,
  before: briefly(before),
  after: { ...briefly(after), ...said },
});

export const recallRegistration = step('recall');
/** Sends a registration back to be completed; each part that needs work has its own reason beside the one for all. */
export const returnRegistration = action({
  name: 'registration.return',
  input: ReturnRegistration,
  subject: (tx, _scope, input, ctx) => asSeen(tx, input, ctx),
  allow: (actor, registration) => mayMove(actor, registration, 'return'),
  async run({ tx, ctx, now }, registration, { reason, parts }): Promise<Registration> {
    const moved = moveBack(registration, dayOf(now), reason, parts);
    const asked = Object.keys(parts).length > 0;
    await saveMoved(tx, ctx, [moved], 'return', reason, asked ? { parts } : {});
    return moved;
  },
  audit: (before, after, { reason, parts }) =>
    audited(before, after, { reason, ...(Object.keys(parts).length > 0 && { parts }) }),
});
export const acceptRegistration = step('accept');
export const selfAssessRegistration = step('self_assess');
export const withdrawRegistration = step('withdraw');
export const reopenRegistration = step('reopen');
/** Takes up again what was deferred, where it stood. */
export const resumeRegistration = step('resume');
/** A positive or negative verdict; the appraisals module calls these inside its own act. */
export const proposeRegistration = step('propose');
export const declineRegistration = step('decline');

const ids = z.array(Id).min(1, 'registration.none_selected').max(20_000);

/** Recognises proposed registrations under one decision: set-based; the decisions module calls it inside its own act. */
export const recogniseRegistrations = action({
  name: 'registration.recognise',
  input: z.object({ ids, decisionId: z.number().int().positive(), number: z.string() }),
  async subject(tx, _scope, input, ctx): Promise<Registration[] | undefined> {
    const found = await registrationsForUpdate(tx, input.ids, ctx);
    return found.length === new Set(input.ids).size ? found : undefined;
  },
  allow: (actor, registrations) =>
    registrations.map((each) => mayMove(actor, each, 'recognise')).find((answer) => answer !== true) ?? true,
  async run({ tx, ctx, now }, registrations, input): Promise<number> {
    const moved = registrations.map((each) => ({
      ...move(each, 'recognise', dayOf(now)),
      recognisedBy: input.decisionId,
    }));
    await saveMoved(tx, ctx, moved, 'recognise', input.number);
    return moved.length;
  },
  audit: (registrations, _count, input) => ({
    subjectKind: 'decision',
    subjectId: input.decisionId,
    rows: registrations.map((each) => each.id),
  }),
});

/** Takes registrations out of every count and key, as when an import is undone; set-based. */
export const annulRegistrations = action({
  name: 'registration.annul',
  input: z.object({ ids, reason: z.string().min(1) }),
  subject: (tx, _scope, input, ctx) => registrationsForUpdate(tx, input.ids, ctx),
  allow: (actor, registrations) =>
    registrations.every((each) => isOfficerOver(actor, each.keeperPath)) || { code: 'refusal.not_yours' },
  async run({ tx, ctx, now }, registrations, input): Promise<number> {
    await saveMoved(
      tx,
      ctx,
      registrations.map((each) => move(each, 'annul', dayOf(now), input.reason)),
      'annul',
      input.reason,
    );
    return registrations.length;
  },
  audit: (registrations) => ({ subjectKind: 'registration', rows: registrations.map((each) => each.id) }),
});
