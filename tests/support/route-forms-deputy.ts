import type { PersonName } from './cast.ts';
import type { Page } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

const isOwn = (person: PersonName, holder: Holder) => person === placeOf(holder).officer;
const appoints = (person: PersonName) => person === 'administrator';
const pageOf = (holder: Holder, { of }: Hidden) => `/office/people/${of[holder].personId}/deputy`;

/** Who stands for somebody: one's own page, and that of whom one administers. */
export const DEPUTY_PAGES: Record<string, (route: string) => Page> = {
  '/office/people/[id]/deputy': () => ({
    paths: (holder, hidden) => [pageOf(holder, hidden)],
    answers: (asker, holder) => (asker ? (appoints(asker) || isOwn(asker, holder) ? 200 : 403) : 303),
    nothing: (asker) => (asker ? (appoints(asker) ? 404 : 403) : 303),
  }),
};

/** Who may not open the page is told nothing of what is named in a form of it. */
const opening =
  (answer: (holder: Holder) => 'done' | 404): FormCase['answers'] =>
  (person, holder) =>
    appoints(person) || isOwn(person, holder) ? answer(holder) : 403;

export const DEPUTY_FORMS: Record<string, FormCase> = {
  '/office/people/[id]/deputy?/name': {
    sends: (holder, hidden) => ({
      path: `${pageOf(holder, hidden)}?/name`,
      fields: {
        appointmentId: String(hidden.of[holder].officeId),
        ...{ username: 'khong.co', from: '24/12/2099', until: '25/12/2099' },
      },
    }),
    // The neighbour's office is another person's than the address says.
    answers: opening((holder) => (holder === 'neighbour' ? 404 : 'done')),
  },
  '/office/people/[id]/deputy?/end': {
    sends: (holder, hidden) => ({ path: `${pageOf(holder, hidden)}?/end`, fields: { id: '999999' } }),
    answers: opening(() => 404),
  },
};
