import { mayMove } from '#modules/initiatives/registration/policy.ts';
import { move, type Registration } from '#modules/initiatives/registration/rules.ts';
import { MoveRegistration } from '#modules/initiatives/registration/schema.ts';
import { asSeen, audited } from '#modules/initiatives/registration/server/actions-moves.ts';
import { saveMoved } from '#modules/initiatives/registration/server/store.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { DeferRegistration } from '../schema.ts';
import { enterCarried, keepDeferral, nextCycle } from './store.ts';

/** Lets a registration wait until a day or the next cycle; it stays registered, and is work of its office again then. */
export const deferRegistration = action({
  name: 'registration.defer',
  input: DeferRegistration,
  subject: (tx, _scope, input, ctx) => asSeen(tx, input, ctx),
  allow: (actor, registration) => mayMove(actor, registration, 'defer'),
  async run({ tx, ctx, now }, registration, { reason, comesBackOn }): Promise<Registration> {
    const moved = move(registration, 'defer', dayOf(now), reason);
    if (comesBackOn !== null && comesBackOn <= dayOf(now))
      refuse('invalid', 'form.invalid', { fields: { on: { code: 'registration.defer_day.past' } } });
    await saveMoved(tx, ctx, [moved], 'defer', reason, { until: comesBackOn });
    await keepDeferral(tx, ctx, registration.id, comesBackOn);
    return moved;
  },
  audit: (before, after, { reason, comesBackOn }) => audited(before, after, { reason, comesBackOn }),
});

/** What became of a registration that was carried over: it ended in its own cycle and goes on as another one. */
export interface Carried {
  registration: Registration;
  continuedAs: number;
}

/** Lets something deferred go on in the next cycle: the same model, a registration there, taken in already. */
export const carryOverRegistration = action({
  name: 'registration.carry_over',
  input: MoveRegistration,
  subject: (tx, _scope, input, ctx) => asSeen(tx, input, ctx),
  allow: (actor, registration) => mayMove(actor, registration, 'carry_over'),
  async run({ tx, ctx, now }, before): Promise<Carried> {
    const registration = move(before, 'carry_over', dayOf(now));
    const cycle = (await nextCycle(tx, ctx, before)) ?? refuse('conflict', 'registration.carry_over.no_cycle');
    await saveMoved(tx, ctx, [registration], 'carry_over', cycle.code);
    const entered = await enterCarried(tx, ctx, before, cycle.id);
    return { registration, continuedAs: entered ?? refuse('conflict', 'registration.carry_over.taken') };
  },
  audit: (before, { registration, continuedAs }) => audited(before, registration, { continuedAs }),
});
