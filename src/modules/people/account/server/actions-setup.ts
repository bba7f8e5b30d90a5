import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { ensureSectors } from '#modules/organisations/sector/server/actions.ts';
import { createRoot } from '#modules/organisations/unit/server/actions.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { isSystem } from '../../appointment/policy.ts';
import { systemScope } from '../../scope/rules.ts';
import { codeAsMade, readableCode } from '../rules.ts';
import { FirstAdministrator, PrepareSetup } from '../schema.ts';
import { hasNoAccount } from './queries.ts';
import { holdSetupCode, markSetupCodeUsed, replaceSetupCode } from './store.ts';
import { openAccount } from './store-new.ts';

/** Makes the one-time code with which the first visitor creates the administrator; nothing once somebody has an account. */
export const prepareSetup = action({
  name: 'account.prepare_setup',
  input: PrepareSetup,
  subject: async (tx) => ({ waiting: await waitsForAdministrator(tx) }),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  async run({ tx, now }, { waiting }): Promise<string | undefined> {
    if (!waiting) return undefined;
    const code = readableCode(randomBytes(20));
    await replaceSetupCode(tx, code, now);
    return code;
  },
  audit: () => ({ subjectKind: 'setup_code' }),
});

/** The first administrator and the province, for who holds the code: once, however many try at the same moment. */
export function createFirstAdministrator(
  ctx: Context,
  typed: z.input<typeof FirstAdministrator>,
): Promise<{ personId: number }> {
  return createFirst({ ...ctx, scope: systemScope() }, typed);
}

const createFirst = action({
  name: 'account.create_first',
  input: FirstAdministrator,
  async subject(tx, _scope, { code }) {
    const waiting = await waitsForAdministrator(tx);
    return { waiting, held: waiting && (await holdSetupCode(tx, codeAsMade(code))) };
  },
  allow: (_actor, { waiting }) => waiting || { code: 'account.setup_over' },
  async run(act, { held }, { code, provinceName, provinceNumber, ...account }) {
    if (!held) refuse('invalid', 'form.invalid', { fields: { code: { code: 'account.setup_code_wrong' } } });
    await markSetupCodeUsed(act.tx, codeAsMade(code), act.now);
    await ensureSectors.within(act, {});
    const there = (await unitsOn(asRead(act.tx), dayOf(act.now))).find((unit) => unit.parentId === null);
    const unitId = there?.id ?? (await createRoot.within(act, { name: provinceName, code: provinceNumber }));
    return { personId: await openAccount(act, { ...account, role: 'administrator', unitId }) };
  },
  audit: (_subject, { personId }, { username, fullName }) => ({
    subjectKind: 'account',
    subjectId: personId,
    after: { username, fullName, role: 'administrator' },
  }),
});

// Held until the end of the transaction: whoever tries at the same moment waits, and then finds an account there.
async function waitsForAdministrator(tx: WriteDb): Promise<boolean> {
  if (!(await hasNoAccount(asRead(tx)))) return false;
  await sql`lock table account in share row exclusive mode`.execute(tx);
  return hasNoAccount(asRead(tx));
}
