import { holds, isAuditor, isOfficerOver, isSectorOfficerOver, keepsAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isRegistrantOf } from '../registration/policy.ts';
import type { Registration } from '../registration/rules.ts';
import { type Audience, isFresh } from './rules.ts';

const isOffice = (actor: Actor, { keeperPath }: Registration) =>
  isOfficerOver(actor, keeperPath) || holds(actor, ['committee_member'], keeperPath) !== undefined;

/**
 * Whoever registers the model, serves above it or judges it says something to all its readers; offices and bodies among themselves,
 * unless the model is theirs; a private note where one serves (`seats`), out of every conflict.
 */
export function mayComment(
  actor: Actor,
  registrations: readonly Registration[],
  to: Audience,
  seats: readonly number[],
): true | Reason {
  const office = registrations.some((each) => isOffice(actor, each));
  const own = registrations.some((each) => isRegistrantOf(actor, each));
  const speaks =
    office ||
    own ||
    registrations.some(
      (each) =>
        isSectorOfficerOver(actor, each.sectorId, each.keeperPath) || keepsAt(actor, each.level, each.keeperPath),
    );
  if (!speaks) return { code: isAuditor(actor) ? 'refusal.read_only' : 'refusal.not_yours' };
  if (to.visibility === 'officers') return (office && !own) || { code: 'comment.why_not.officers' };
  if (to.visibility === 'body')
    return (to.unitId !== null && seats.includes(to.unitId)) || { code: 'comment.why_not.body' };
  return true;
}

/** Whoever reads a record has read where they are named in it. */
export const mayReadMentions = (actor: Actor): true | Reason => actor.id !== null || { code: 'comment.why_not.others' };

interface Said {
  authorId: number;
  at: Date;
}

/** Its author, for a quarter of an hour. */
export function mayEdit(actor: Actor, { authorId, at }: Said, now: Date): true | Reason {
  if (actor.id !== authorId) return { code: 'comment.why_not.others' };
  return isFresh(at, now) || { code: 'comment.why_not.late' };
}

/** Its author, at any time; that it was there stays to be seen. */
export const mayWithdraw = (actor: Actor, { authorId }: Said): true | Reason =>
  actor.id === authorId || { code: 'comment.why_not.others' };
