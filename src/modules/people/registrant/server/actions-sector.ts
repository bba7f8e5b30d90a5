import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { mayName } from '../policy.ts';
import { SetSector } from '../schema.ts';
import { registrantsForUpdate, setSectorOf } from './store-sector.ts';

/** Says which sector some registrants belong to; their registrations follow in `assignSector`, which joins this. */
export const setRegistrantSector = action({
  name: 'registrant.set_sector',
  input: SetSector,
  async subject(tx, _scope, { ids }) {
    const found = await registrantsForUpdate(tx, ids);
    return found.length === new Set(ids).size ? { found, sectors: await listSectors(asRead(tx)) } : undefined;
  },
  allow: (actor, { found }) => found.map(({ path }) => mayName(actor, path)).find((answer) => answer !== true) ?? true,
  async run({ tx }, { sectors }, { ids, sectorId }): Promise<void> {
    if (!sectors.some((each) => each.id === sectorId))
      refuse('invalid', 'form.invalid', { fields: { sectorId: { code: 'registrant.sector_missing' } } });
    await setSectorOf(tx, ids, sectorId as number);
  },
  audit: ({ found }, _nothing, { sectorId }) => ({
    subjectKind: 'registrant',
    before: { sectors: [...new Set(found.map((each) => each.sectorId))] },
    after: { sectorId },
    rows: found.map(({ id }) => id),
  }),
});
