import { randomBytes } from 'node:crypto';
import { mayDisableAccount, mayManageAccounts } from '#modules/people/account/policy.ts';
import { readableCode } from '#modules/people/account/rules.ts';
import { disableAccount, enableAccount, resetPassword } from '#modules/people/account/server/actions.ts';
import { listPeople } from '#modules/people/account/server/queries.ts';
import { listHandovers } from '#modules/people/handover/server/queries.ts';
import { resetSecondFactor } from '#modules/people/second-factor/server/actions.ts';
import { secondFactorOf } from '#modules/people/second-factor/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';
import { on } from './on.ts';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { actor, scope, now } = ctx;
    permit(mayManageAccounts(actor));
    const id = /^\d{1,9}$/.test(event.params.id) ? Number(event.params.id) : 0;
    const [person] = (await listPeople(db, scope, now, { id })).people;
    if (!person) return refuse('missing', 'refusal.missing');
    const may = mayDisableAccount(actor, { personId: person.id });
    return {
      person,
      whyNotDisable: may === true ? null : may.code,
      suggested: readableCode(randomBytes(12)),
      handovers: await listHandovers(db, id),
      secondFactor: await secondFactorOf(db, scope, id),
      confirmation: await confirmationNow(db, ctx),
      done: event.url.searchParams.get('done'),
    };
  });

export const actions: Actions = {
  disable: on((ctx, personId) => disableAccount(ctx, { personId }), 'account.disabled'),
  enable: on((ctx, personId) => enableAccount(ctx, { personId }), 'account.enabled'),
  reset: on((ctx, personId, password) => resetPassword(ctx, { personId, password }), 'account.password_was_reset'),
  second: on((ctx, personId) => resetSecondFactor(ctx, { personId }), 'second_factor.was_reset'),
};
