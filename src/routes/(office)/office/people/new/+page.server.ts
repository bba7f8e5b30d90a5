import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { mayManagePeople } from '#modules/people/account/policy.ts';
import { readableCode } from '#modules/people/account/rules.ts';
import type { CreateAccount } from '#modules/people/account/schema.ts';
import { createAccount } from '#modules/people/account/server/actions.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { confirming } from '../../../../confirming.ts';
import { permit } from '../../../../permit.ts';
import { dutyChoices } from '../units.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    const [choices, sectors] = [await dutyChoices(db, ctx), await listSectors(db)];
    return {
      ...choices,
      sectors,
      suggested: readableCode(randomBytes(12)),
      confirmation: await confirmationNow(db, ctx),
    };
  });

export const actions: Actions = {
  // No idempotency key: it would keep a quick digest of the password. A second press finds the user name taken.
  default: (event) =>
    confirming(event, async (ctx, values) => {
      // Under another name than `password`, so that what was noted down still stands when the form comes back.
      await createAccount(ctx, { ...values, password: values.initial } as z.input<typeof CreateAccount>);
      return '/office/people?done=created';
    }),
};
