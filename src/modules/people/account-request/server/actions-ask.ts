import type { z } from 'zod';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mustFit } from '../../account/server/store-new.ts';
import { systemScope } from '../../scope/rules.ts';
import { minutesClosed, networkOf } from '../../session/rules-lockout.ts';
import { countFailure, failuresForUpdate } from '../../session/server/store-failures.ts';
import { mayAskForAccount } from '../policy.ts';
import { AskAccount } from '../schema.ts';
import { insertRequest } from './store.ts';

/**
 * A stranger asks for an account. Nobody is looked up: whether an address is known here makes no difference to answer or work.
 * Ten in an hour from one place, or for one address, are enough (429 `account_request.too_many`).
 */
export function askForAccount(ctx: Context, typed: z.input<typeof AskAccount>): Promise<void> {
  return ask({ ...ctx, scope: systemScope() }, typed);
}

const ask = action({
  name: 'account_request.ask',
  input: AskAccount,
  async subject(tx, _scope, { address, email, phone, unitId }, { now }) {
    const places = [
      { way: 'request' as const, what: `from ${networkOf(address)}` },
      { way: 'request' as const, what: `to ${email || phone}`.slice(0, 200) },
    ];
    return {
      unit: await unitById(asRead(tx), unitId, dayOf(now)),
      counted: await failuresForUpdate(tx, places, now),
    };
  },
  allow: (actor) => mayAskForAccount(actor),
  async run({ tx, now }, { unit, counted }, { address: _address, email, ...asked }) {
    const minutes = minutesClosed(counted, now);
    if (minutes > 0) refuse('too_many', 'account_request.too_many', { params: { minutes } });
    mustFit(asked.role, unit);
    await countFailure(tx, counted, now);
    await insertRequest(tx, { ...asked, email: email || null }, now);
  },
  // What strangers type is nobody's act yet; the answer is written down.
  audit: () => null,
});
