import type { z } from 'zod';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { searchUnits } from '#modules/organisations/unit/server/queries-tree.ts';
import { rolesAt } from '#modules/people/account-request/rules.ts';
import type { AskAccount } from '#modules/people/account-request/schema.ts';
import { askForAccount } from '#modules/people/account-request/server/actions-ask.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** First the unit is found, by a search that any browser sends, then the rest is asked for it. */
export const load: PageServerLoad = (event) =>
  loading(event, async (db, { now }) => {
    const { searchParams } = event.url;
    const [query, id] = [(searchParams.get('q') ?? '').trim().slice(0, 100), searchParams.get('don-vi') ?? ''];
    const unit = /^\d{1,9}$/.test(id) ? await unitById(db, Number(id), dayOf(now)) : undefined;
    const found = query && !unit ? await searchUnits(db, dayOf(now), query) : [];
    return {
      query,
      sent: searchParams.has('sent'),
      found: found.filter(({ endedOn }) => endedOn === null),
      unit: unit && { id: unit.id, name: unit.name, roles: rolesAt(unit.level) },
    };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, values) => {
      const from = { address: event.getClientAddress(), language: event.locals.language };
      await askForAccount(ctx, { ...values, ...from } as z.input<typeof AskAccount>);
      return '/xin-tai-khoan?sent';
    }),
};
