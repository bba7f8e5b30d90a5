import type { PersonName } from './cast.ts';
import { seesUnit } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

const leaves = (person: PersonName, holder: Holder) =>
  person === (holder === 'neighbour' ? 'committee_member' : placeOf(holder).officer);
const appoints = (person: PersonName) => person === 'administrator';

const form = (
  path: (hidden: Hidden['of'][Holder]) => string,
  may: (person: PersonName, holder: Holder) => boolean,
  fields: (hidden: Hidden['of'][Holder]) => Record<string, string> = () => ({}),
): FormCase => ({
  sends: (holder, { of }) => ({ path: path(of[holder]), fields: fields(of[holder]) }),
  answers: (person, holder) => (seesUnit(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});

/** Handing over an office: for who appoints, proposed and withdrawn by who leaves, noted by who takes over. */
export const HANDOVER_FORMS: Record<string, FormCase> = {
  '/office/people/[id]/handover': {
    sends: (holder, { of }) => ({
      path: `/office/people/${of[holder].personId}/handover`,
      fields: { appointmentId: String(of[holder].officeId), username: 'auditor', on: '2026-03-10', how: 'at_once' },
    }),
    // Who may not open the page is not told whether there is such an office; of another person than the address says there is none.
    answers: (person, holder) => {
      if (!appoints(person) && person !== placeOf(holder).officer) return 403;
      return holder === 'neighbour' ? 404 : appoints(person) ? 'done' : 403;
    },
  },
  '/office/handovers/[id]?/confirm': form(({ handoverId }) => `/office/handovers/${handoverId}?/confirm`, appoints),
  '/office/handovers/[id]?/close': form(
    ({ handoverId }) => `/office/handovers/${handoverId}?/close`,
    (person, holder) => appoints(person) || leaves(person, holder),
  ),
  '/office/handovers/[id]?/receive': form(({ handoverId }) => `/office/handovers/${handoverId}?/receive`, appoints),
};
