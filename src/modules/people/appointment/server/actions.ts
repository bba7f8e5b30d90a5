import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import { mayGive } from '../../account/policy.ts';
import { personToManage } from '../../account/server/store.ts';
import { appoint, mustFit, mustKnow } from '../../account/server/store-new.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { EndDuty, GiveDuty } from '../schema.ts';
import { appointmentForUpdate, endAppointment, holdsAlready } from './store.ts';

/** One more duty for somebody whom the actor administers, at a unit that stands today; from a day on, or from today. */
export const giveDuty = action({
  name: 'appointment.give',
  input: GiveDuty,
  async subject(tx, _scope, { personId, unitId }, ctx) {
    const person = await personToManage(tx, personId);
    const unit = await unitById(asRead(tx), unitId, dayOf(ctx.now));
    return person && { person, unit, sectors: await listSectors(asRead(tx)) };
  },
  allow: (actor, { unit }, _now, { role, personId }) => mayGive(actor, { role, unit, personId }),
  async run(act, { person, unit, sectors }, { from, ...duty }): Promise<{ id: number }> {
    await mustBeConfirmed(act);
    mustFit(duty.role, unit);
    mustKnow(duty.sectorId, sectors);
    const registrant = duty.role === 'registrant' ? fold(duty.registrant ?? '') : '';
    if (await holdsAlready(act.tx, { ...duty, registrant })) refuse('conflict', 'appointment.there_already');
    return { id: await appoint(act, person.personId, { ...duty, fullName: person.fullName }, from) };
  },
  audit: ({ person }, { id }, { role, unitId, registrant, sectorId, from }) => ({
    subjectKind: 'person',
    subjectId: person.personId,
    unitId,
    after: { appointmentId: id, role, registrant, sectorId, from },
  }),
});

/** Takes a duty from somebody, from today on; the person, the account and what was done stay. */
export const endDuty = action({
  name: 'appointment.end',
  input: EndDuty,
  subject: (tx, _scope, input, { now }) => appointmentForUpdate(tx, input, dayOf(now)),
  allow: (actor, { role, unitId, path, personId }) => mayGive(actor, { role, unit: { id: unitId, path }, personId }),
  async run(act, { id, ofBody }) {
    await mustBeConfirmed(act);
    if (ofBody) refuse('conflict', 'appointment.of_body');
    await endAppointment(act.tx, id, dayOf(act.now));
  },
  audit: ({ id, personId, role, unitId }) => ({
    subjectKind: 'person',
    subjectId: personId,
    unitId,
    before: { appointmentId: id, role },
  }),
});
