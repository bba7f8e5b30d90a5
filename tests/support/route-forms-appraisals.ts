import type { PersonName } from './cast.ts';
import { units } from './cast.ts';
import { seesRows, seesUnit } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { type Hidden, type Holder, placeOf } from './secrets.ts';

type Of = Hidden['of'][Holder];
const isOfficerAt = (person: PersonName, holder: Holder) => person === placeOf(holder).officer;
const serves = (person: PersonName, holder: Holder) =>
  isOfficerAt(person, holder) || (person === 'committee_member' && placeOf(holder).unitId === units.commune);

/** An act on the sheet of a model that is in no team's hands; `done` is what who may gets. */
const sheet = (
  name: string,
  fields: (of: Of) => Record<string, string>,
  may: (person: PersonName, holder: Holder) => boolean,
  done: 'done' | 404 = 'done',
): FormCase => ({
  sends: (holder, { of }) => ({
    path: `/office/appraisals/${of[holder].models.self_assessed.registrationId}?/${name}`,
    fields: fields(of[holder]),
  }),
  answers: (person, holder) => (seesRows(person, holder) ? (may(person, holder) ? done : 403) : 404),
});

const onTeam = (name: string, fields: (of: Of) => Record<string, string>): FormCase => ({
  sends: (holder, { of }) => ({
    path: `/office/appraisals/teams/${of[holder].teamId}?/${name}`,
    fields: fields(of[holder]),
  }),
  answers: (person, holder) => (seesUnit(person, holder) ? (isOfficerAt(person, holder) ? 'done' : 403) : 404),
});

/** Verdicts of a team: of who serves at its unit; these name none that waits. */
const concluding = (path: string, fields: Record<string, string>): FormCase => ({
  sends: (holder, { of }) => ({ path: `/office/appraisals/teams/${of[holder].teamId}/${path}`, fields }),
  answers: (person, holder) => (seesUnit(person, holder) ? (serves(person, holder) ? 409 : 403) : 404),
});

/** Teams, scores, visits. */
export const APPRAISAL_FORMS: Record<string, FormCase> = {
  '/office/appraisals/[id]?/review': sheet(
    'review',
    () => ({ asked: '1', p1: '1' }),
    () => false,
  ),
  '/office/appraisals/[id]?/recuse': sheet(
    'recuse',
    () => ({ tie: 'other' }),
    () => false,
  ),
  '/office/appraisals/[id]?/tie': sheet('tie', () => ({ tie: 'kin', personId: '1' }), serves, 404),
  '/office/appraisals/[id]?/ask': sheet(
    'ask',
    () => ({ people: '1' }),
    () => true,
    404,
  ),
  '/office/appraisals/[id]?/visit': sheet('visit', () => ({ seenOn: '01/03/2026', visitors: 'x', seen: 'x' }), serves),
  '/office/appraisals/teams?/save': {
    sends: (holder, { of }) => ({
      path: '/office/appraisals/teams?/save',
      fields: { place: `2-commune-${placeOf(holder).unitId}`, name: 'x', members: String(of[holder].personId) },
    }),
    answers: (person, holder) => (isOfficerAt(person, holder) ? 'done' : 403),
  },
  // A name that is of no use is refused too, and goes on record.
  '/office/appraisals/[id]?/blind': sheet('blind', () => ({ username: 'khong-co' }), isOfficerAt),
  '/office/appraisals/blind/[id]?/review': {
    sends: () => ({ path: '/office/appraisals/blind/1?/review', fields: { asked: '1', p1: '1' } }),
    answers: () => 404,
  },
  '/office/appraisals/teams/[id]/results?/stage': concluding('results?/stage', { id: '999999', verdict: 'proposed' }),
  '/office/appraisals/teams/[id]/results/preview?/apply': concluding('results/preview?/apply', {
    seen: '9-9-proposed',
  }),
  '/office/appraisals/teams/[id]?/save': onTeam('save', ({ personId }) => ({ name: 'x', members: String(personId) })),
  '/office/appraisals/teams/[id]?/share': onTeam('share', () => ({ how: 'balanced' })),
};
