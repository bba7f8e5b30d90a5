import { type PersonName, units } from './cast.ts';
import { seesPlace, seesUnit } from './route-answers.ts';
import type { FormCase } from './route-forms-people.ts';
import { keepsBody } from './route-pages.ts';
import { type Holder, placeOf } from './secrets.ts';
import { HEARS } from './secrets-papers.ts';

const atUnit = (person: PersonName, holder: Holder) =>
  officerAtUnit(person, holder) || (person === 'committee_member' && placeOf(holder).unitId === units.commune);
const officerAtUnit = (person: PersonName, holder: Holder) => person === placeOf(holder).officer;
/** The movement of the cast is the province's. */
const movement = (path: string, fields: Record<string, string>): FormCase => ({
  sends: () => ({ path: `/office/movement/${path}`, fields }),
  answers: (person) => (person === 'provincial_officer' || person === 'administrator' ? 'done' : 403),
});
/** What a unit asks beside the year's criteria: its own officer's. */
const addition = (name: string, fields: Record<string, string>): FormCase => ({
  sends: (holder) => ({
    path: `/office/movement/cycles/2/additions?/${name}`,
    fields: { ...fields, unitId: String(placeOf(holder).unitId) },
  }),
  answers: (person, holder) => (officerAtUnit(person, holder) ? 'done' : 403),
});
/** What a unit asks of those under it. */
const targets = (name: string, fields: Record<string, string>): FormCase => ({
  sends: (holder) => ({
    path: `/office/movement/cycles/2/targets?/${name}&unit=${placeOf(holder).unitId}`,
    fields: { ...fields, unitId: String(placeOf(holder).unitId) },
  }),
  answers: (person, holder) => (seesPlace(person, holder) ? (officerAtUnit(person, holder) ? 'done' : 403) : 404),
});

/** About what the district has sent down to its communes. */
const launched = (name: string, may: (person: PersonName) => boolean): FormCase => ({
  sends: (_holder, { launchId }) => ({
    path: `/office/movement/launches/${launchId}?/${name}`,
    fields: { reason: 'Gửi nhầm.' },
  }),
  answers: (person) => (HEARS.includes(person) ? (may(person) ? 'done' : 403) : 404),
});

/** A movement's setting up, year by year. */
export const MOVEMENT_FORMS: Record<string, FormCase> = {
  '/office/movement/new': {
    sends: (holder) => ({
      path: '/office/movement/new',
      fields: { nameVi: 'Lọt vào', codePrefix: 'LV', unitId: String(placeOf(holder).unitId) },
    }),
    answers: (person, holder) => (keepsBody(person, holder) ? 'done' : 403),
  },
  '/office/movement/[id]?/change': movement('1?/change', { nameVi: 'Lọt vào', unitId: '1' }),
  '/office/movement/[id]?/phase': movement('1?/phase', { nameVi: 'x', from: '01/01/2031', until: '31/12/2035' }),
  '/office/movement/[id]?/named': movement('1?/named', { kind: 'field', code: 'LV', nameVi: 'Lọt vào' }),
  '/office/movement/[id]?/document': movement('1?/document', { title: 'x', number: 'LV', issuedOn: '01/01/2026' }),
  '/office/movement/[id]?/cycle': movement('1?/cycle', { year: '2031' }),
  '/office/movement/cycles/[id]?/save': movement('cycles/2?/save', {
    opensOn: '01/01/2026',
    referenceDay: '31/12/2026',
    'commune.registerDueOn': '30/06/2026',
    'commune.appraiseDueOn': '30/09/2026',
  }),
  '/office/movement/cycles/[id]?/criterion': movement('cycles/2?/criterion', { subject: 'collective', textVi: 'x' }),
  '/office/movement/cycles/[id]/reviews?/save': movement('cycles/2/reviews?/save', {
    ...{ level: 'district', aggregate: 'mean', wanted: '2', spread: '20' },
  }),
  '/office/movement/cycles/[id]/reviews?/drop': movement('cycles/2/reviews?/drop', { level: 'province' }),
  '/office/movement/cycles/[id]?/guidance': movement('cycles/2?/guidance', { part: 'g-name', text: 'x' }),
  '/office/movement/cycles/[id]/additions?/criterion': addition('criterion', { subject: 'collective', textVi: 'x' }),
  '/office/movement/cycles/[id]/additions?/drop': addition('drop', { id: '1' }),
  '/office/movement/cycles/[id]?/drop': movement('cycles/2?/drop', { id: '1' }),
  '/office/movement/cycles/[id]/targets?/save': targets('save', { w1: '3' }),
  '/office/movement/cycles/[id]/targets?/fill': targets('fill', { column: 'wanted', how: 'each', number: '3' }),
  '/office/movement/launches/new': {
    sends: (holder) => ({
      path: '/office/movement/launches/new',
      fields: { cycleId: '2', unitId: String(placeOf(holder).unitId), title: 'Lọt vào' },
    }),
    answers: (person, holder) => (officerAtUnit(person, holder) ? 'done' : 403),
  },
  '/office/movement/launches/[id]?/open': launched('open', (person) =>
    ['commune_officer', 'committee_member', 'sibling_officer'].includes(person),
  ),
  '/office/movement/launches/[id]?/back': launched('back', (person) => person === 'district_officer'),
  '/office/decisions/forward?/put': {
    sends: (holder, { of }) => ({
      path: `/office/decisions/forward?cycle=2&level=commune&unit=${placeOf(holder).unitId}&/put`,
      fields: { id: String(of[holder].models.recognised.registrationId) },
    }),
    answers: (person, holder) => (seesUnit(person, holder) ? (atUnit(person, holder) ? 'done' : 403) : 404),
  },
  '/office/movement/[id]?/remove': movement('1?/remove', { kind: 'programme', id: '1' }),
  '/office/movement/cycles/[id]?/titles': movement('cycles/2?/titles', { ids: '1' }),
};
