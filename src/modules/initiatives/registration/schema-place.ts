import { z } from 'zod';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** Models of the divided unit `fromUnitId` that its successor `toUnitId` keeps from now on; `id` is the act that divided it. */
export const PlaceModels = z.object({
  id,
  fromUnitId: id,
  toUnitId: z.coerce
    .number('registration.place.to_missing')
    .int('registration.place.to_missing')
    .positive('registration.place.to_missing')
    .max(2_147_483_647),
  initiatives: z.array(id).min(1, 'registration.place.none_selected').max(20_000),
});
