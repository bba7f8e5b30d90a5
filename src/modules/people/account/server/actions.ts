import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { hashPassword } from '#platform/server/passwords.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { deleteSessionsOf } from '../../session/server/store.ts';
import { forgetDevices } from '../../session/server/store-device.ts';
import { mayDisableAccount, mayGive, mayTouchAccount } from '../policy.ts';
import { passwordProblem } from '../rules.ts';
import { AccountId, CreateAccount, ResetPassword } from '../schema.ts';
import { accountToManage, setDisabled, setPasswordHash } from './store.ts';
import { mustFit, mustKnow, openAccount } from './store-new.ts';

/** A person with an account and a first appointment at a unit that stands today. */
export const createAccount = action({
  name: 'account.create',
  input: CreateAccount,
  async subject(tx, _scope, { unitId }, ctx) {
    const unit = await unitById(asRead(tx), unitId, dayOf(ctx.now));
    return { unit, sectors: await listSectors(asRead(tx)) };
  },
  allow: (actor, { unit }, _now, { role }) => mayGive(actor, { role, unit, personId: null }),
  async run(act, { unit, sectors }, input) {
    await mustBeConfirmed(act);
    mustFit(input.role, unit);
    mustKnow(input.sectorId, sectors);
    return { personId: await openAccount(act, input) };
  },
  audit: (_subject, { personId }, { username, fullName, role, unitId, registrant, sectorId }) => ({
    subjectKind: 'account',
    subjectId: personId,
    unitId,
    after: { username, fullName, role, registrant, sectorId },
  }),
});

/** Nobody signs in with it any more, and whoever is signed in is out at once. */
export const disableAccount = action({
  name: 'account.disable',
  input: AccountId,
  subject: (tx, _scope, { personId }) => accountToManage(tx, personId),
  allow: mayDisableAccount,
  async run(act, { personId, disabledAt }) {
    await mustBeConfirmed(act);
    await setDisabled(act.tx, personId, disabledAt ?? act.now);
    await deleteSessionsOf(act.tx, personId);
    await forgetDevices(act.tx, personId);
  },
  audit: managed,
});

/** Opens a disabled account again, with the password it had. */
export const enableAccount = action({
  name: 'account.enable',
  input: AccountId,
  subject: (tx, _scope, { personId }) => accountToManage(tx, personId),
  allow: mayTouchAccount,
  async run(act, { personId }) {
    await mustBeConfirmed(act);
    await setDisabled(act.tx, personId, null);
  },
  audit: managed,
});

/** A new password for who has forgotten theirs; whoever is signed in with the old one is out. */
export const resetPassword = action({
  name: 'account.reset_password',
  input: ResetPassword,
  subject: (tx, _scope, { personId }) => accountToManage(tx, personId),
  allow: mayTouchAccount,
  async run(act, { personId, username }, { password }) {
    await mustBeConfirmed(act);
    const problem = passwordProblem(password, username);
    if (problem) wrong('password', problem);
    await setPasswordHash(act.tx, personId, await hashPassword(password));
    await deleteSessionsOf(act.tx, personId);
    await forgetDevices(act.tx, personId);
  },
  audit: managed,
});

/** Who was touched, and the unit that they belong to. */
function managed({ personId, unitId }: { personId: number; unitId: number | null }) {
  return { subjectKind: 'account', subjectId: personId, ...(unitId !== null && { unitId }) };
}

function wrong(field: string, code: string): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}
