import { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { unitByCode } from '../../unit/server/queries.ts';
import { mayPlaceUnits } from '../policy.ts';
import { SetUnitSector } from '../schema.ts';
import { listSectors } from './queries.ts';
import { insertStandardSectors, setUnitSector } from './store.ts';

/** Gives a new place the sector systems that every province has; for `within` of its set-up, which decides who may. */
export const ensureSectors = action({
  name: 'sector.ensure',
  input: z.object({}),
  subject: async () => ({}),
  allow: (actor) => (actor.id === null ? true : { code: 'refusal.not_yours' }),
  run: ({ tx }): Promise<number> => insertStandardSectors(tx),
  audit: (_subject, made) => (made > 0 ? { subjectKind: 'sector', after: { made } } : null),
});

/** Says which sector a unit itself belongs to, from a day on. */
export const placeUnit = action({
  name: 'sector.set_unit',
  input: SetUnitSector,
  subject: async () => ({}),
  allow: (actor) => mayPlaceUnits(actor),
  async run({ tx, now }, _subject, { code, sectorId, from }): Promise<{ unitId: number }> {
    const unit = await unitByCode(asRead(tx), code, dayOf(now));
    if (!unit) return wrong('code', 'sector.unit_missing');
    if (sectorId && !(await listSectors(asRead(tx))).some((each) => each.id === sectorId))
      return wrong('sectorId', 'sector.missing');
    await setUnitSector(tx, unit.id, sectorId ?? null, from);
    return { unitId: unit.id };
  },
  audit: (_subject, { unitId }, { sectorId, from }) => ({
    subjectKind: 'unit',
    subjectId: unitId,
    unitId,
    after: { sectorId, from },
  }),
});

function wrong(field: string, code: string): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}
