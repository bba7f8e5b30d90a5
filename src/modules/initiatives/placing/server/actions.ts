import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { mayPlace } from '../policy.ts';
import { PlaceModels } from '../schema.ts';
import { divisionOf, placeModels } from './store.ts';

/** Gives models of a divided unit to one of its successors, many at once; taken back together with the act that divided it. */
export const placeRegistrations = action({
  name: 'registration.place',
  input: PlaceModels,
  subject: (tx, _scope, input) => divisionOf(tx, input),
  allow: (actor, { fromPath }) => mayPlace(actor, fromPath),
  async run({ tx, ctx, now }, division, { toUnitId, initiatives }): Promise<{ placed: number[] }> {
    if (division.state === 'undone') refuse('conflict', 'reorganisation.undone_already');
    // Until then the old unit stands, and its officers answer for what it keeps.
    if (dayOf(now) < division.effectiveOn) refuse('conflict', 'registration.place.not_yet');
    if (division.toName === null)
      refuse('invalid', 'form.invalid', { fields: { toUnitId: { code: 'registration.place.no_successor' } } });
    const placed = await placeModels(tx, ctx, division, toUnitId, initiatives);
    return placed.length > 0 ? { placed } : refuse('conflict', 'registration.place.placed_already');
  },
  audit: ({ id, fromUnitId, toName }, { placed }, { toUnitId }) => ({
    subjectKind: 'reorganisation',
    subjectId: id,
    unitId: fromUnitId,
    after: { toUnitId, name: toName },
    rows: placed,
  }),
});
