import { type FormCase, forAdministrators } from './route-forms-people.ts';

const calendar = (name: string, fields: Record<string, string>) =>
  forAdministrators(() => ({ path: `/office/movement/calendar?/${name}`, fields }));

/** The clocks of the working queue: which days are worked. */
export const CLOCK_FORMS: Record<string, FormCase> = {
  '/office/movement/calendar?/set': calendar('set', { day: '24/11/2026', works: 'off', name: 'Ngày lễ', basis: '' }),
  '/office/movement/calendar?/confirm': calendar('confirm', { year: '2026' }),
  '/office/movement/calendar?/drop': calendar('drop', { day: '2026-04-30' }),
};
