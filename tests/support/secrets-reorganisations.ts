import { keepReorganisationDraft } from '../../src/modules/organisations/reorganisation/server/actions-draft.ts';
import { reorganise } from '../../src/modules/people/transition/server/actions.ts';
import { type Cast, units } from './cast.ts';

/** Acts on units, which are no secret; one of a day on which no test lives, so that the province stays as it is. */
export async function secretReorganisations(cast: Cast) {
  const ctx = cast.contextFor('administrator');
  const effectiveOn = '2028-01-01';
  const none = { effectiveOn, created: [], ended: [], changed: [], successions: [] };
  const plan = {
    ...none,
    created: [{ key: 'n', name: 'Xã Mới', kind: 'commune', code: '01109', parent: units.district }],
    changed: [{ unitId: units.otherDistrict, name: 'Thị xã Tây', kind: 'town' }],
    successions: [units.commune, units.sibling, units.otherCommune].map((from) => ({
      from,
      to: 'n',
      share: 'part' as const,
    })),
  };
  const { id: reorganisationId } = await reorganise(ctx, { resolution: '1/NQ', plan });
  const found = {
    counts: { ended: 0, created: 1, renamed: 1 },
    appointments: { ended: 0, proposed: 0, moved: 0, gains: 0 },
    touched: { registrations: 0, open: 0, unplaced: 0, drafts: 0 },
    people: {
      count: 2,
      rows: (['ended', 'gain'] as const).map((how) => ({
        ...{ person: 'Người Mẫu', role: 'commune_officer', at: 'Xã Tây Một' },
        ...{ how, units: ['Xã Mới'] },
      })),
    },
  };
  const values = {
    resolution: '2/NQ',
    effectiveOn: '01/01/2028',
    'a0.do': 'move',
    'a0.units': 'Xã Tây Một',
    'a0.parent': '011',
  };
  const { id: reorganisationDraftId } = await keepReorganisationDraft(ctx, {
    resolution: '2/NQ',
    plan: { ...none, changed: [{ unitId: units.otherCommune, parent: units.district }] },
    source: { by: 'acts', values },
    found,
  });
  return { reorganisationId, reorganisationDraftId };
}
