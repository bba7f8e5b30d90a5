import { type FormCase, forAdministrators } from './route-forms-people.ts';

const reorganisationDraft = (name: string) =>
  forAdministrators((_holder, { reorganisationDraftId }) => ({
    path: `/office/reorganisations/drafts/${reorganisationDraftId}?/${name}`,
    fields: {},
  }));
const reorganisation = (name: string, fields: Record<string, string> = {}) =>
  forAdministrators((_holder, { reorganisationId }) => ({
    path: `/office/reorganisations/${reorganisationId}?/${name}`,
    fields,
  }));

/** Acts that change units: an administrator's. */
export const REORGANISATION_FORMS: Record<string, FormCase> = {
  '/office/reorganisations/new?/change': forAdministrators(() => ({
    path: '/office/reorganisations/new?/change',
    fields: { add: 'merge' },
  })),
  '/office/reorganisations/new?/preview': forAdministrators(() => ({
    path: '/office/reorganisations/new?/preview',
    fields: { by: 'acts', resolution: '1', effectiveOn: '01/01/2028', 'a0.do': 'dissolve', 'a0.units': '01101' },
  })),
  '/office/reorganisations/drafts/[id]?/apply': reorganisationDraft('apply'),
  '/office/reorganisations/drafts/[id]?/discard': reorganisationDraft('discard'),
  '/office/reorganisations/[id]?/decide': reorganisation('decide', { id: '1', approve: 'yes' }),
  '/office/reorganisations/[id]?/undo': reorganisation('undo'),
};
