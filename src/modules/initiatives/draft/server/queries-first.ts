import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { DraftContent } from '../../registration/schema.ts';
import { registrantOf } from './queries.ts';

/** What a draft begins with: a registrant's account writes in its own name; an office for the commune it serves; both in the cycle that runs now. */
export async function firstContent(db: ReadDb, ctx: Context): Promise<DraftContent> {
  const { appointments } = ctx.actor;
  const cycle = currentCycle(await listCycles(db), dayOf(ctx.now));
  const own = appointments.find((each) => each.role === 'registrant');
  const registrant = own && (await registrantOf(db, own.registrantId as number));
  return DraftContent.parse({
    unitId: own?.unitId ?? appointments.find((each) => each.level === 'commune')?.unitId,
    registrantName: registrant?.name,
    subject: registrant?.subject,
    cycleId: cycle?.id,
    levels: cycle?.levels.slice(0, 1).map((each) => each.level),
  });
}
