import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import {
  type Reorganised,
  reorganiseUnits,
  restoreUnits,
} from '#modules/organisations/reorganisation/server/actions.ts';
import { reorganisationById } from '#modules/organisations/reorganisation/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { DecideProposals, OneReorganisation, Reorganise } from '../schema.ts';
import {
  decideOpen,
  type EndedAppointments,
  endAppointments,
  noteReach,
  proposeGains,
  restoreAppointments,
  type TouchedPerson,
  touchedPeople,
  unplaceModels,
} from './store.ts';

export interface Transition extends Reorganised {
  appointments: EndedAppointments & { gains: number };
}

/** What a preview tells besides: whom it touches, by name, so many at most, and how many there are. */
export interface Preview extends Transition {
  people: { rows: TouchedPerson[]; count: number };
}
const MOST_NAMED = 200;

/** What a preview found: it travels as a failure, so that everything it did is rolled back. */
class Previewed extends Error {
  readonly found: Preview;
  constructor(found: Preview) {
    super('previewed');
    this.found = found;
  }
}

/**
 * Changes the units as a resolution says, ends the appointments at those that end, and proposes what would let anybody see
 * more. Set-based: the number of statements does not depend on the number of units or people.
 */
export const reorganise = action({
  name: 'reorganisation.apply',
  input: Reorganise,
  subject: async () => ({}),
  allow: (actor) => mayReorganise(actor),
  async run(act, _subject, { preview, ...input }): Promise<Transition> {
    const day = input.plan.effectiveOn;
    await noteReach(act.tx, day);
    const units = await reorganiseUnits.within(act, input);
    const ended = await endAppointments(act.tx, act.ctx, units.id, day);
    const gains = await proposeGains(act.tx, units.id, day);
    const transition = { ...units, appointments: { ...ended, gains } };
    if (preview) throw new Previewed({ ...transition, people: await touchedPeople(act.tx, units.id, day, MOST_NAMED) });
    return transition;
  },
  audit: (_subject, { id, appointments }) => ({
    subjectKind: 'reorganisation',
    subjectId: id,
    after: { appointments },
  }),
});

/** What an act would do, by doing it and taking it back in one transaction. */
export async function previewReorganisation(
  ctx: Context,
  input: Omit<Parameters<typeof reorganise>[1], 'preview'>,
): Promise<Preview> {
  try {
    await reorganise(ctx, { ...input, preview: true });
  } catch (failure) {
    if (failure instanceof Previewed) return failure.found;
    throw failure;
  }
  throw new Error('a preview came to no end');
}

/** Takes an act back while nothing newer rests on it: units, appointments and proposals are as they were. */
export const undoReorganisation = action({
  name: 'reorganisation.undo',
  input: OneReorganisation,
  subject: (tx, _scope, { id }) => reorganisationById(asRead(tx), id),
  allow: (actor) => mayReorganise(actor),
  async run(act, { id }): Promise<{ restored: number; unplaced: number }> {
    const unplaced = await unplaceModels(act.tx, act.ctx, id);
    let restored: number;
    try {
      restored = await restoreAppointments(act.tx, id);
      await restoreUnits.within(act, { id });
    } catch (failure) {
      // A row of another module stands at a unit that the act had made, or an office that came of it was handed over.
      if ((failure as { code?: string }).code === '23503') refuse('conflict', 'reorganisation.resting_rows');
      throw failure;
    }
    return { restored, unplaced };
  },
  audit: ({ id }, { restored, unplaced }) => ({
    subjectKind: 'reorganisation',
    subjectId: id,
    after: { appointments: { restored }, models: { unplaced } },
  }),
});

/** Approves or declines, many at once, what an act proposes; only an approval lets anybody see more. */
export const decideProposals = action({
  name: 'appointment.decide_proposals',
  input: DecideProposals,
  subject: (tx, _scope, { id }) => reorganisationById(asRead(tx), id),
  allow: (actor) => mayReorganise(actor),
  async run({ tx, ctx }, { state }, { proposals, approve }): Promise<{ decided: number[] }> {
    if (state === 'undone') refuse('conflict', 'reorganisation.undone_already');
    const decided = await decideOpen(tx, ctx, proposals, approve, dayOf(ctx.now));
    return decided.length > 0 ? { decided } : refuse('conflict', 'transition.decided_already');
  },
  audit: ({ id }, { decided }, { approve }) => ({
    subjectKind: 'reorganisation',
    subjectId: id,
    after: { approved: approve },
    rows: decided,
  }),
});
