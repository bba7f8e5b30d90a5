import type { PersonName } from './cast.ts';
import { cycles } from './cast.ts';
import { OFFICERS, type Page, seesUnit, signedIn } from './route-answers.ts';
import { type FormCase, forAdministrators } from './route-forms-people.ts';
import { placeOf } from './secrets.ts';

const follows = (person: PersonName) => !person.endsWith('registrant') && person !== 'sector_officer';
const isOver = (person: PersonName) => OFFICERS.some((officer) => officer === person);

const calendar = (name: string, fields: Record<string, string>) =>
  forAdministrators(() => ({ path: `/office/movement/calendar?/${name}`, fields }));

/** What an office follows, of a holder's unit and of all that it sees. */
const board = (route: string): Page => ({
  paths: (holder) => [
    `${route}?cycle=2&unit=${placeOf(holder).unitId}`,
    `${route}?cycle=2&level=district&show=returned`,
  ],
  answers: (asker) => (asker ? (follows(asker) ? 200 : 403) : 303),
});

/** Pages of the clocks and of who is reminded. */
export const CLOCK_PAGES: Record<string, (route: string) => Page> = {
  '/office/board': board,
  '/office/board/list.xlsx': board,
  '/office/movement/calendar': signedIn('?year=2026'),
  '/tai-khoan/nhac-viec': signedIn(),
};

/** The clocks of the working queue: which days are worked. */
export const CLOCK_FORMS: Record<string, FormCase> = {
  '/tai-khoan/nhac-viec': {
    sends: () => ({ path: '/tai-khoan/nhac-viec', fields: { digest: 'weekly' } }),
    answers: () => 'done',
  },
  '/office/board?/remind': {
    sends: (holder) => ({
      path: '/office/board?/remind',
      fields: { cycle: String(cycles.last), level: 'commune', unit: String(placeOf(holder).unitId) },
    }),
    // Outside the session's units there is nobody to remind; who follows no units does not come to the page.
    answers: (person, holder) =>
      !follows(person) ? 403 : seesUnit(person, holder) ? (isOver(person) ? 'done' : 403) : 404,
  },
  '/office/movement/calendar?/set': calendar('set', { day: '24/11/2026', works: 'off', name: 'Ngày lễ', basis: '' }),
  '/office/movement/calendar?/confirm': calendar('confirm', { year: '2026' }),
  '/office/movement/calendar?/drop': calendar('drop', { day: '2026-04-30' }),
};
