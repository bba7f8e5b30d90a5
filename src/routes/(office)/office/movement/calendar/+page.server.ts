import type { z } from 'zod';
import { mayKeepCalendar } from '#modules/organisations/calendar/policy.ts';
import { type SetDay, yearIn } from '#modules/organisations/calendar/schema.ts';
import { confirmCalendar, dropDay, setDay } from '#modules/organisations/calendar/server/actions.ts';
import { calendarOf } from '#modules/organisations/calendar/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = '/office/movement/calendar';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const year = yearIn(asked, dayOf(ctx.now).slice(0, 4));
    return { ...(await calendarOf(db, year)), year, may: mayKeepCalendar(ctx.actor), done: asked.get('done') };
  });

export const actions: Actions = {
  set: (event) =>
    submitting(event, async (ctx, typed) => {
      await setDay(ctx, typed as z.input<typeof SetDay>);
      return `${PAGE}?done=set&year=${typed.day?.trim().slice(-4)}`;
    }),
  drop: (event) =>
    submitting(event, async (ctx, { day = '' }) => {
      await dropDay(ctx, { day });
      return `${PAGE}?done=dropped&year=${day.slice(0, 4)}`;
    }),
  confirm: (event) =>
    submitting(event, async (ctx, { year = '' }) => {
      await confirmCalendar(ctx, { year });
      return `${PAGE}?done=confirmed&year=${year}`;
    }),
};
