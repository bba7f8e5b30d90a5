import type { Reason } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { mayManagePeople } from '../../account/policy.ts';
import type { Office } from '../../handover/rules.ts';
import { nameOf, officesOf } from '../../handover/server/queries.ts';
import { mayNameDeputy } from '../policy.ts';
import { type Deputy, whyNoDeputy } from '../rules.ts';
import { deputiesOf } from './queries.ts';

/** Of one person: the offices for which who looks may name a deputy, and who stands for whom now and to come. */
export interface DeputyPage {
  id: number;
  name: string;
  offices: (Office & { why: Reason | null })[];
  deputies: Deputy[];
  today: string;
}

/** Three queries. Their own page for everybody, that of whom they administer for others; refuses (404) who is not theirs to see. */
export async function deputyPage(
  db: ReadDb,
  ctx: Context,
  id: number,
  permit: (may: true | Reason) => void,
): Promise<DeputyPage> {
  const { actor, now } = ctx;
  if (actor.id !== id) permit(mayManagePeople(actor));
  const today = dayOf(now);
  const name = await nameOf(db, id);
  const held = await officesOf(db, ctx, id);
  const offices = held.filter((office) => mayNameDeputy(actor, office) === true);
  const deputies = await deputiesOf(db, ctx, id);
  return {
    ...{ id, name, today },
    offices: offices.map((office) => ({ ...office, why: whyNoDeputy(office, today) })),
    deputies,
  };
}
