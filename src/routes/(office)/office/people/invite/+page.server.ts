import type { z } from 'zod';
import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { mayManagePeople } from '#modules/people/account/policy.ts';
import type { InvitePerson } from '#modules/people/invitation/schema.ts';
import { invitePerson } from '#modules/people/invitation/server/actions.ts';
import { mailIsOn } from '#modules/people/invitation/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { inviting } from '../inviting.ts';
import { dutyChoices } from '../units.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    const [choices, sectors] = [await dutyChoices(db, ctx), await listSectors(db)];
    return { ...choices, sectors, mail: mailIsOn(), confirmation: await confirmationNow(db, ctx) };
  });

export const actions: Actions = {
  default: (event) => inviting(event, (ctx, values) => invitePerson(ctx, values as z.input<typeof InvitePerson>)),
};
