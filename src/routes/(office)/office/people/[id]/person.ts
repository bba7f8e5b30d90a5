import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { mayDisableAccount, mayGive, mayTouchAccount } from '#modules/people/account/policy.ts';
import { personPage } from '#modules/people/account/server/queries.ts';
import { deputiesOf } from '#modules/people/deputy/server/queries.ts';
import { maySetEmail } from '#modules/people/email/policy.ts';
import { listHandovers } from '#modules/people/handover/server/queries.ts';
import { secondFactorOf } from '#modules/people/second-factor/server/queries.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { dutyChoices } from '../units.ts';

const why = (may: true | Reason) => (may === true ? null : may.code);

/** A person with what who looks may do to them, or why not; refuses (404) who is not theirs to see. */
export async function personAsSeen(db: ReadDb, ctx: Context, asked: string) {
  const { actor, scope, now } = ctx;
  const person = await personPage(db, scope, now, /^\d{1,9}$/.test(asked) ? Number(asked) : 0);
  if (!person) return refuse('missing', 'refusal.missing');
  const standing = { personId: person.id, whole: person.whole };
  const duties = [];
  for (const duty of person.duties) {
    const unit = await unitById(db, duty.unitId, dayOf(now));
    const may = mayGive(actor, { role: duty.role, unit, personId: person.id });
    duties.push({ ...duty, whyNotEnd: duty.ofBody ? 'appointment.of_body' : why(may) });
  }
  const whyNotTouch = why(mayTouchAccount(actor, standing));
  return {
    person: { ...person, duties },
    whyNotGive: actor.id === person.id ? 'appointment.not_yourself' : null,
    whyNotTouch,
    ...{ deputies: await deputiesOf(db, ctx, person.id), handovers: await listHandovers(db, person.id) },
    secondFactor: whyNotTouch ? null : await secondFactorOf(db, scope, person.id),
    whyNotDisable: why(mayDisableAccount(actor, standing)),
    maySetEmail: maySetEmail(actor, standing) === true,
    today: dayOf(now),
    sectors: await listSectors(db),
    ...(await dutyChoices(db, ctx)),
  };
}
