import { listSectors } from '#modules/organisations/sector/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { sectorsOver } from '../../appointment/policy.ts';
import { mayName, mayNameSome, mayNameThis } from '../policy.ts';
import { guessSector, type NamedRegistrant, type Registrant } from '../rules.ts';
import { EnsureRegistrant, EnsureRegistrants } from '../schema.ts';
import { findOrCreateRegistrant, findOrCreateRegistrants, registrantById } from './store.ts';

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
    if (!own) return mayNameSome(actor, path);
    return actor.appointments.some((each) => each.registrantId === own.id) || { code: 'refusal.not_yours' };
  },
  async run(act, { own, path }, input): Promise<Registrant> {
    if (own) return own;
    return mayName(act.ctx.actor, path) === true
      ? findOrCreateRegistrant(act.tx, input)
      : ofOwnSector(act, path, input);
  },
  audit: (_subject, { id, unitId }) => ({ subjectKind: 'registrant', subjectId: id, unitId }),
});

/** One of the actor's own sector: a new name comes into it; one that belongs elsewhere is refused, seen or not. */
async function ofOwnSector({ tx, ctx }: Act, path: string, named: NamedRegistrant): Promise<Registrant> {
  const mine = (await listSectors(asRead(tx))).filter((each) => sectorsOver(ctx.actor, path).includes(each.id));
  const guessed = mine.find((each) => each.code === guessSector(named.name, named.subject));
  try {
    const found = await findOrCreateRegistrant(tx, { ...named, sectorId: (guessed ?? mine[0])?.id ?? null });
    if (mayNameThis(ctx.actor, path, found) === true) return found;
  } catch (failure) {
    // The name is there, in rows that this person does not see.
    if ((failure as { code?: string }).code !== '42501') throw failure;
  }
  return refuse('forbidden', 'registrant.other_sector');
}

/** The registrants of a list read in, as ids by `registrantKey`; `unitId` is the office whose list it is. */
export const ensureRegistrants = action({
  name: 'registrant.name_many',
  input: EnsureRegistrants,
  subject: (tx, _scope, { unitId, day }) => unitById(asRead(tx), unitId, day),
  allow: (actor, unit) => mayName(actor, unit.path),
  run: ({ tx }, _unit, { registrants }) => findOrCreateRegistrants(tx, registrants),
  audit: (unit, { made }) => ({ subjectKind: 'registrant', unitId: unit.id, rows: made }),
});
