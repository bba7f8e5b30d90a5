import { mayWriteFor } from '#modules/initiatives/registration/policy.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { isAuditor } from '#modules/people/appointment/policy.ts';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import type { Asker, Learning } from './rules.ts';

/** For whom somebody may ask: their offices and their registrants. */
export function askersOf(actor: Actor): Asker[] {
  return actor.appointments.flatMap(({ role, kept, unitId, unitName, registrantId }): Asker[] => {
    if (kept) return [];
    if (role in OFFICER_LEVEL) return [{ value: `unit-${unitId}`, unitId, registrantId: null, unitName }];
    return role === 'registrant' && registrantId !== null
      ? [{ value: `registrant-${registrantId}`, unitId, registrantId, unitName }]
      : [];
  });
}

/** The officer of a unit, or a registrant: whoever could carry the model out elsewhere. */
export const mayAskAtAll = (actor: Actor): true | Reason =>
  askersOf(actor).length > 0 || { code: isAuditor(actor) ? 'refusal.read_only' : 'learning.why_not.asker' };

/** For one's own unit or registrant, about a model that is not theirs. */
export function mayAsk(
  actor: Actor,
  asker: Pick<Asker, 'value'>,
  model: { keeperUnitId: number; registrantId: number },
): true | Reason {
  const may = mayAskAtAll(actor);
  if (may !== true) return may;
  const own = askersOf(actor).find(({ value }) => value === asker.value);
  if (!own) return { code: 'learning.why_not.asker' };
  const theirs =
    own.registrantId === null ? own.unitId === model.keeperUnitId : own.registrantId === model.registrantId;
  return theirs ? { code: 'learning.why_not.own' } : true;
}

const CLOSED: Reason = { code: 'learning.why_not.closed' };
const isOpen = ({ state }: Pick<Learning, 'state'>) => state === 'asked' || state === 'welcomed';

/** Whoever may write for the model's registrant answers; `registration` is undefined for who does not read the model. */
export function mayAnswer(
  actor: Actor,
  learning: Pick<Learning, 'state'>,
  registration: Registration | undefined,
): true | Reason {
  const may = registration ? mayWriteFor(actor, registration) : false;
  if (may === true) return isOpen(learning) || CLOSED;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  return { code: 'learning.why_not.owner' };
}

/** Who asked, or who asks for the same unit or registrant. */
export function mayWithdraw(
  actor: Actor,
  learning: Pick<Learning, 'state' | 'askedBy' | 'askerUnitId' | 'askerRegistrantId'>,
): true | Reason {
  const theirs =
    actor.id === learning.askedBy ||
    askersOf(actor).some(({ unitId, registrantId }) =>
      registrantId === null
        ? learning.askerRegistrantId === null && unitId === learning.askerUnitId
        : registrantId === learning.askerRegistrantId,
    );
  if (!theirs) return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'learning.why_not.asked' };
  return isOpen(learning) || CLOSED;
}

/** Whether an actor is on the side of those who asked, also from above. */
export const isAskers = (actor: Actor, learning: Learning): boolean =>
  mayWithdraw(actor, { ...learning, state: 'asked' }) === true;
