import { z } from 'zod';
import { Id, idOr } from '#platform/ids.ts';

/** Models of the divided unit `fromUnitId` that its successor `toUnitId` keeps from now on; `id` is the act that divided it. */
export const PlaceModels = z.object({
  id: Id,
  fromUnitId: Id,
  toUnitId: idOr('registration.place.to_missing'),
  initiatives: z.array(Id).min(1, 'registration.place.none_selected').max(20_000),
});
