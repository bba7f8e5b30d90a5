import { z } from 'zod';
import { line, OptionalId } from '#modules/movements/movement/schema-typed.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';

/** A team with everybody on it; `fields` empty: for every field. A known one has its `id`, a new one year, level and unit. */
export const SaveTeam = z.object({
  id: OptionalId,
  cycleId: OptionalId,
  level: z.enum(LEVELS).optional(),
  unitId: OptionalId,
  name: line('team.name_missing', 200),
  fields: z.array(Id).max(50),
  members: z.array(Id).min(1, 'team.members_missing').max(100),
});
/** Where a team stands. */
export interface TeamPlace {
  cycleId: number;
  level: string;
  unitId: number;
}
export const ShareWork = z.object({ id: Id, how: z.enum(['by_field', 'balanced'], 'team.how_missing') });
export const AskReaders = z.object({
  registrationId: Id,
  people: z.array(Id).min(1, 'review.nobody_chosen').max(50),
});
