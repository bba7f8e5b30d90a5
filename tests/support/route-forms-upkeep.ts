import type { PersonName } from './cast.ts';
import { cycles, units } from './cast.ts';
import { isOwner, OFFICERS, seesRows } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

type May = (person: PersonName, holder: Holder) => boolean;
const isOver: May = (person) => OFFICERS.some((officer) => officer === person);
const isBody: May = (person, holder) =>
  person === placeOf(holder).officer || (person === 'committee_member' && placeOf(holder).unitId === units.commune);
const writes: May = (person) => isOver(person, 'own') || person.endsWith('registrant') || person === 'sector_officer';
/** An office, and never who has claimed it. */
const verifies: May = (person, holder) => isOver(person, holder) && !isOwner(person, holder);
/** As the model stands, nobody does this. */
const nobody: May = () => false;

/** A form on a page under a recognised model. */
const under = (
  address: string,
  may: May,
  fields: (hidden: Hidden, holder: Holder) => Record<string, string>,
): FormCase => ({
  sends: (holder, hidden) => ({
    path: `/office/initiatives/${hidden.of[holder].models.recognised.initiativeId}/${address}`,
    fields: fields(hidden, holder),
  }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});
const result = ({ of }: Hidden, holder: Holder) => ({ id: String(of[holder].resultId) });
const NOTE = { note: 'Theo quyết định mới.' };

/** A form about the province's request to learn from a model of a holder. */
const learning = (name: string, may: May, fields: Record<string, string>): FormCase => ({
  sends: (holder, { of }) => ({ path: `/office/learning/${of[holder].learningId}?/${name}`, fields }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? 'done' : 403) : 404),
});

/** What is done for a model after it was recognised. */
export const UPKEEP_FORMS: Record<string, FormCase> = {
  '/office/initiatives/[id]/upkeep?/check': under('upkeep?/check', isOver, () => ({ ...NOTE, finding: 'effective' })),
  '/office/initiatives/[id]/upkeep?/resume': under('upkeep?/resume', nobody, () => NOTE),
  '/office/initiatives/[id]/upkeep?/revoke': under('upkeep?/revoke', isBody, () => NOTE),
  '/office/initiatives/[id]/upkeep?/restore': under('upkeep?/restore', nobody, () => NOTE),
  '/office/initiatives/[id]/family?/tell': under('family?/tell', writes, ({ of }) => ({
    ...{ parent: of.sibling.models.published.code, kept: 'Lọt vào' },
  })),
  '/office/initiatives/[id]/family?/forget': under('family?/forget', writes, () => ({})),
  // Nobody asks for another's place, also not about what is public.
  '/office/learning/new': {
    sends: (holder, { of }) => ({
      path: `/office/learning/new?model=${of[holder].models.published.code}`,
      fields: { asker: 'unit-99', wish: 'Lọt vào' },
    }),
    answers: () => 403,
  },
  '/office/learning/[id]?/welcome': learning('welcome', writes, { mentor: 'Lọt vào', visitOn: '01/01/2099' }),
  '/office/learning/[id]?/decline': learning('decline', writes, { reason: 'Lọt vào' }),
  '/office/learning/[id]?/withdraw': learning('withdraw', (person) => person === 'provincial_officer', {}),
  '/office/initiatives/[id]/results?/claim': under('results?/claim', writes, () => ({
    ...{ cycleId: String(cycles.current), kind: 'money', name: 'Lọt vào', after: '5' },
  })),
  '/office/initiatives/[id]/results?/verify': under('results?/verify', verifies, result),
  '/office/initiatives/[id]/results?/withdrawal': under('results?/withdrawal', writes, (hidden, holder) => ({
    ...NOTE,
    ...result(hidden, holder),
  })),
};
