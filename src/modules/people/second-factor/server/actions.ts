import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { isOwnAccount } from '../../account/policy.ts';
import { accountForUpdate, accountToManage } from '../../account/server/store.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { deleteSessionsOf } from '../../session/server/store.ts';
import { mayResetSecondFactor } from '../policy.ts';
import { FinishSetup, NoInput, OfPerson } from '../schema.ts';
import * as store from './store.ts';

const own = async (tx: WriteDb, { actor }: Context) => {
  const account = actor.id === null ? undefined : await accountForUpdate(tx, actor.id);
  return account && { personId: account.personId, factor: await store.secondFactorForUpdate(tx, account.personId) };
};
const ofAccount = ({ personId }: { personId: number }) => ({ subjectKind: 'account', subjectId: personId });

/** Makes the secret that the telephone is to learn; nothing changes at sign-in until a code of it was given. */
export const beginSecondFactor = action({
  name: 'second_factor.begin',
  input: NoInput,
  subject: (tx, _scope, _input, ctx) => own(tx, ctx),
  allow: isOwnAccount,
  async run(act, { personId, factor }) {
    await mustBeConfirmed(act);
    if (factor?.confirmedAt) refuse('conflict', 'second_factor.there_already');
    await store.replaceSecret(act.tx, personId, act.now);
  },
  audit: ofAccount,
});

/** From now on sign-in asks for a code. Ends every other session; answers the recovery codes, told once. */
export const finishSecondFactor = action({
  name: 'second_factor.finish',
  input: FinishSetup,
  subject: (tx, _scope, _input, ctx) => own(tx, ctx),
  allow: isOwnAccount,
  async run(act, { personId, factor }, { code }) {
    await mustBeConfirmed(act);
    if (!factor) refuse('conflict', 'second_factor.none');
    if (factor.confirmedAt) refuse('conflict', 'second_factor.there_already');
    if (!(await store.takePhoneCode(act.tx, factor, code, act.now)))
      refuse('invalid', 'form.invalid', { fields: { code: { code: 'second_factor.code_wrong' } } });
    await store.markConfirmed(act.tx, personId, act.now);
    return newCodes(act, personId);
  },
  audit: ofAccount,
});

/** Ten new recovery codes; the old ones open nothing any more. */
export const renewRecoveryCodes = action({
  name: 'second_factor.renew_codes',
  input: NoInput,
  subject: (tx, _scope, _input, ctx) => own(tx, ctx),
  allow: isOwnAccount,
  async run(act, { personId, factor }) {
    await mustBeConfirmed(act);
    if (!factor?.confirmedAt) refuse('conflict', 'second_factor.none');
    return newCodes(act, personId);
  },
  audit: ofAccount,
});

async function newCodes({ tx, ctx }: Act, personId: number): Promise<string[]> {
  await deleteSessionsOf(tx, personId, ctx.session);
  return store.replaceRecoveryCodes(tx, personId);
}

/** Takes one's own off, or a set-up that was begun. Ends every other session. */
export const removeSecondFactor = action({
  name: 'second_factor.remove',
  input: NoInput,
  subject: (tx, _scope, _input, ctx) => own(tx, ctx),
  allow: isOwnAccount,
  async run(act, { personId, factor }) {
    await mustBeConfirmed(act);
    await store.removeSecondFactor(act.tx, personId);
    if (factor?.confirmedAt) await deleteSessionsOf(act.tx, personId, act.ctx.session);
  },
  audit: ofAccount,
});

/** Takes it from somebody who has lost telephone and codes: the password alone opens again, and every session ends. */
export const resetSecondFactor = action({
  name: 'second_factor.reset',
  input: OfPerson,
  subject: (tx, _scope, { personId }) => accountToManage(tx, personId),
  allow: mayResetSecondFactor,
  async run(act, { personId }) {
    await mustBeConfirmed(act);
    await store.removeSecondFactor(act.tx, personId);
    await deleteSessionsOf(act.tx, personId);
  },
  audit: ofAccount,
});
