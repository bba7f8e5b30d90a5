import { unitById } from '#modules/organisations/unit/server/queries.ts';
import type { Reason } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Actor, dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { holds, isOfficerOver } from '../../appointment/policy.ts';
import type { Registrant } from '../rules.ts';
import { EnsureRegistrant, EnsureRegistrants } from '../schema.ts';
import { findOrCreateRegistrant, findOrCreateRegistrants, registrantById } from './store.ts';

/** Who answers for a unit names the registrants in it. */
function mayName(actor: Actor, path: string): true | Reason {
  return (
    isOfficerOver(actor, path) || holds(actor, ['administrator'], path) !== undefined || { code: 'refusal.not_yours' }
  );
}

/** The registrant that a model is sent for: an own one by its id, any other by name in a unit one answers for. */
export const ensureRegistrant = action({
  name: 'registrant.name',
  input: EnsureRegistrant,
  async subject(tx, _scope, { id, unitId }, ctx) {
    const own = id === undefined ? undefined : await registrantById(tx, id);
    if (own) return { own, path: '' };
    const unit = id === undefined ? await unitById(asRead(tx), unitId, dayOf(ctx.now)) : undefined;
    return unit && { own, path: unit.path };
  },
  allow(actor, { own, path }) {
    if (!own) return mayName(actor, path);
    return actor.appointments.some((each) => each.registrantId === own.id) || { code: 'refusal.not_yours' };
  },
  async run({ tx }, { own }, input): Promise<Registrant> {
    return own ?? findOrCreateRegistrant(tx, input);
  },
  audit: (_subject, { id, unitId }) => ({ subjectKind: 'registrant', subjectId: id, unitId }),
});

/** The registrants of a list read in, as ids by `registrantKey`; `unitId` is the office whose list it is. */
export const ensureRegistrants = action({
  name: 'registrant.name_many',
  input: EnsureRegistrants,
  subject: (tx, _scope, { unitId }, ctx) => unitById(asRead(tx), unitId, dayOf(ctx.now)),
  allow: (actor, unit) => mayName(actor, unit.path),
  run: ({ tx }, _unit, { registrants }) => findOrCreateRegistrants(tx, registrants),
  audit: (unit, { made }) => ({ subjectKind: 'registrant', unitId: unit.id, rows: made }),
});
