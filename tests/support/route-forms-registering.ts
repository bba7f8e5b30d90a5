import { OFFICERS } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';

/** What may be sent to begin a registration from elsewhere than the form on the screen. */
export const REGISTERING_FORMS: Record<string, FormCase> = {
  '/office/drafts/file': {
    sends: () => ({ path: '/office/drafts/file', fields: { file: new File(['PK'], 'la.xlsx'), key: 'lot-vao' } }),
    answers: (person) =>
      OFFICERS.some((officer) => officer === person) || person.endsWith('registrant') || person === 'sector_officer'
        ? 'done'
        : 403,
  },
};
