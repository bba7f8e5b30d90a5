import { randomBytes } from 'node:crypto';
import { mayManagePeople } from '#modules/people/account/policy.ts';
import { readableCode } from '#modules/people/account/rules.ts';
import { disableAccount, enableAccount, resetPassword } from '#modules/people/account/server/actions.ts';
import { endDuty, giveDuty } from '#modules/people/appointment/server/actions.ts';
import { setEmailOf } from '#modules/people/email/server/actions-manage.ts';
import { resetSecondFactor } from '#modules/people/second-factor/server/actions.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';
import { on } from './on.ts';
import { personAsSeen } from './person.ts';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    return {
      ...(await personAsSeen(db, ctx, event.params.id)),
      suggested: readableCode(randomBytes(12)),
      confirmation: await confirmationNow(db, ctx),
      done: event.url.searchParams.get('done'),
    };
  });

export const actions: Actions = {
  give: on((ctx, personId, typed) => giveDuty(ctx, { ...typed, personId }), 'appointment.given'),
  end: on((ctx, personId, { id = '' }) => endDuty(ctx, { id, personId }), 'appointment.ended'),
  email: on((ctx, personId, { email = '' }) => setEmailOf(ctx, { personId, email }), 'email.set'),
  disable: on((ctx, personId) => disableAccount(ctx, { personId }), 'account.disabled'),
  enable: on((ctx, personId) => enableAccount(ctx, { personId }), 'account.enabled'),
  reset: on(
    (ctx, personId, { initial = '' }) => resetPassword(ctx, { personId, password: initial }),
    'account.password_was_reset',
  ),
  second: on((ctx, personId) => resetSecondFactor(ctx, { personId }), 'second_factor.was_reset'),
};
