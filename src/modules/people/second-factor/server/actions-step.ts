import type { z } from 'zod';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { recordAudit } from '#platform/server/audit.ts';
import type { Context } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { accountForUpdate } from '../../account/server/store.ts';
import { PUBLIC, systemScope } from '../../scope/rules.ts';
import { minutesClosed, placesOf } from '../../session/rules-lockout.ts';
import { knownDevice } from '../../session/server/queries.ts';
import { type NewSession, startSession } from '../../session/server/store.ts';
import { clearFailures, countFailure, failuresForUpdate } from '../../session/server/store-failures.ts';
import { dropTicket, ticketForUpdate } from '../../ticket/server/store.ts';
import { SecondStep } from '../schema.ts';
import { secondFactorForUpdate, takePhoneCode, takeRecoveryCode } from './store.ts';

/**
 * Opens the session of whose password was right, for a code of the telephone or a recovery code. Wrong ones are counted as
 * wrong passwords are, at the same place; a ticket that is over answers 404 `second_factor.step_over`.
 */
export function takeSecondStep(ctx: Context, typed: z.input<typeof SecondStep>): Promise<NewSession> {
  return secondStep({ ...ctx, actor: PUBLIC, scope: systemScope() }, typed);
}

const secondStep = action({
  name: 'session.second_step',
  input: SecondStep,
  async subject(tx, _scope, { ticket, from }, { now }) {
    const held = await ticketForUpdate(tx, 'second_step', ticket, now);
    const account = held?.personId ? await accountForUpdate(tx, held.personId) : undefined;
    if (!account || account.disabledAt) return { account: undefined };
    const device = await knownDevice(asRead(tx), account.personId, from.device, now);
    const failures = await failuresForUpdate(
      tx,
      placesOf(account.username.toLowerCase(), from.address ?? '', device),
      now,
    );
    return { account, failures, factor: await secondFactorForUpdate(tx, account.personId) };
  },
  allow: () => true,
  async run({ tx, now, ctx }, { account, failures = [], factor }, { ticket, code, from }) {
    if (!account) refuse('missing', 'second_factor.step_over');
    const minutes = minutesClosed(failures, now);
    if (minutes > 0) refuse('too_many', 'session.locked', { params: { minutes } });
    const right =
      !factor?.confirmedAt ||
      (await takePhoneCode(tx, factor, code, now)) ||
      (await takeRecoveryCode(tx, account.personId, code, now));
    if (!right) {
      const closed = minutesClosed(await countFailure(tx, failures, now), now);
      const wrong = { fields: { code: { code: 'second_factor.code_wrong' } } };
      if (closed === 0) refuse('invalid', 'form.invalid', { keep: true, ...wrong });
      await dropTicket(tx, ticket);
      await recordAudit(tx, ctx, 'session.lock', { subjectKind: 'account', subjectId: account.personId });
      refuse('too_many', 'session.locked', { keep: true, params: { minutes: closed } });
    }
    await dropTicket(tx, ticket);
    await clearFailures(tx, failures);
    return startSession(tx, account, from, now);
  },
  audit: (_subject, { personId }) => ({ subjectKind: 'account', subjectId: personId }),
});
