import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayKeepCalendar } from '../policy.ts';
import { isWorked } from '../rules.ts';
import { ConfirmYear, DropDay, SetDay } from '../schema.ts';
import { confirmYear, dayForUpdate, deleteDay, writeDay } from './store.ts';

/** Says that a day is off, or worked, against its weekday. Every clock counts anew. */
export const setDay = action({
  name: 'calendar.set_day',
  input: SetDay,
  subject: async (tx, _scope, { day }) => ({ before: await dayForUpdate(tx, day) }),
  allow: (actor) => mayKeepCalendar(actor),
  async run({ tx }, _subject, { works: said, ...day }): Promise<void> {
    const works = said === 'on';
    if (isWorked(day.day, new Map()) === works)
      refuse('invalid', 'form.invalid', {
        fields: { works: { code: works ? 'calendar.worked_anyway' : 'calendar.off_anyway' } },
      });
    await writeDay(tx, { ...day, works, sample: false });
  },
  audit: ({ before = null }, _result, after) => ({ subjectKind: 'calendar_day', before, after }),
});

/** Takes back what is said of a day: it is as its weekday says. */
export const dropDay = action({
  name: 'calendar.drop_day',
  input: DropDay,
  subject: async (tx, _scope, { day }) => ({ before: await dayForUpdate(tx, day) }),
  allow: (actor) => mayKeepCalendar(actor),
  run: ({ tx }, _subject, { day }) => deleteDay(tx, day),
  audit: ({ before }) => (before ? { subjectKind: 'calendar_day', before } : null),
});

/** Says of the sample days of a year that they are so here. */
export const confirmCalendar = action({
  name: 'calendar.confirm',
  input: ConfirmYear,
  subject: async () => ({}),
  allow: (actor) => mayKeepCalendar(actor),
  run: ({ tx }, _subject, { year }) => confirmYear(tx, year),
  audit: (_subject, days, { year }) => (days > 0 ? { subjectKind: 'calendar_day', after: { year, days } } : null),
});
