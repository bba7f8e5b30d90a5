import type { PersonName } from './cast.ts';
import { units } from './cast.ts';
import { of, type Page, seesRows } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

const judged = ({ of }: Hidden, holder: Holder) => of[holder].models.proposed.registrationId;

/** Who judges a model of a holder's commune. */
const judges = (person: PersonName, holder: Holder) =>
  person === placeOf(holder).officer || (person === 'committee_member' && placeOf(holder).unitId === units.commune);

/** Whose model it is: the holder `neighbour` stands for one that an office typed in. */
const isRegistrant = (person: PersonName, holder: Holder) =>
  person.endsWith('registrant') && person === placeOf(holder).writer;

const form = (name: string, may: (person: PersonName, holder: Holder) => boolean, done: 'done' | 409): FormCase => ({
  sends: (holder, hidden) => ({
    path: `/office/registrations/${judged(hidden, holder)}/feedback?/${name}`,
    fields: { seen: name === 'give' ? '0' : '1', feedback: 'Nên ghi sổ.' },
  }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? done : 403) : 404),
});

/** What a registrant is told beside a verdict: whoever sees the model reads it. */
export const FEEDBACK_PAGES: Record<string, (route: string) => Page> = {
  '/office/registrations/[id]/feedback': of((hidden, holder) => [
    judged(hidden, holder),
    hidden.of[holder].models.self_assessed.registrationId,
  ]),
};

export const FEEDBACK_FORMS: Record<string, FormCase> = {
  // Nothing is staged for a model that has its verdict.
  '/office/registrations/[id]/feedback?/prepare': form('prepare', () => false, 'done'),
  '/office/registrations/[id]/feedback?/give': form('give', judges, 'done'),
  // Nothing has been said yet that could have been read.
  '/office/registrations/[id]/feedback?/read': form('read', isRegistrant, 409),
};
