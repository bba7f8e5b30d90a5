import { askedIn } from '#modules/reports/figures/schema.ts';
import { figuresPage } from '#modules/reports/figures/server/queries-page.ts';
import { formatMoment } from '#platform/moments.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading({ locals }, async (db, { scope, now }) => {
    const { language } = locals;
    const page = await figuresPage(db, scope, askedIn(url.searchParams), dayOf(now), language);
    return { page, moment: formatMoment(now, language) };
  });
