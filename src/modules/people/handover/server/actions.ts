import { type Reason, refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { refuseManyNames } from '../../account/server/queries-names.ts';
import { mustBeConfirmed } from '../../session/server/queries.ts';
import { mayCloseHandover, mayHandOver, mayProposeHandover, mayReceiveHandover } from '../policy.ts';
import { type Office, problemsOf, type Successor, type Waiting, whyNoHandover } from '../rules.ts';
import { ConfirmHandover, NamedSuccessor, NewHandover, OneHandover } from '../schema.ts';
import { successorBy } from './queries.ts';
import {
  type Begun,
  closeBegun,
  handoverForUpdate,
  insertHandover,
  markReceived,
  officeForUpdate,
  passDrafts,
  passOffice,
} from './store.ts';

interface NewInput {
  username: string;
  on: string;
  note: string;
}

/** Who it is that an office would be handed over to, null when nobody: each time on record, so many in an hour. */
export const nameSuccessor = action({
  name: 'handover.name_successor',
  input: NamedSuccessor,
  subject: (tx, _scope, { appointmentId }, ctx) => officeForUpdate(tx, appointmentId, dayOf(ctx.now)),
  allow: mayProposeHandover,
  async run({ tx, ctx, now }, _office, { username }): Promise<Successor | null> {
    await refuseManyNames(asRead(tx), ctx);
    return (await successorBy(asRead(tx), { username }, dayOf(now))) ?? null;
  },
  audit: (office, _found, { username }) => ({
    subjectKind: 'appointment',
    subjectId: office.id,
    unitId: office.unitId,
    after: { username },
  }),
});

/** Who leaves an office, or whoever may appoint to it, proposes a successor; nothing moves yet. */
export const proposeHandover = action({
  name: 'handover.propose',
  input: NewHandover,
  subject: (tx, _scope, { appointmentId }, ctx) => officeForUpdate(tx, appointmentId, dayOf(ctx.now)),
  allow: mayProposeHandover,
  run: (act, office, input): Promise<Begun> => begin(act, office, input),
  audit: (office, { id }, { username, on, note }) => ({ ...of(office, id), after: { username, on, note } }),
});

/** Hands an office over at once: the leaver's appointment ends on the day, the successor's begins, and its drafts move. */
export const handOver = action({
  name: 'handover.carry_out',
  input: NewHandover,
  subject: (tx, _scope, { appointmentId }, ctx) => officeForUpdate(tx, appointmentId, dayOf(ctx.now)),
  allow: mayHandOver,
  async run(act, office, input): Promise<{ id: number; moved: Waiting }> {
    await mustBeConfirmed(act);
    const begun = await begin(act, office, input);
    return { id: begun.id, moved: await carryOut(act, begun, input.waiting) };
  },
  audit: (office, { id, moved }, { username, on, note }) => ({
    ...of(office, id),
    after: { username, on, note, moved },
  }),
});

/** Carries out what was proposed, from its day on. */
export const confirmHandover = action({
  name: 'handover.confirm',
  input: ConfirmHandover,
  subject: (tx, _scope, { id }, ctx) => begunWithOffice(tx, id, dayOf(ctx.now)),
  allow: (actor, { office }) => mayHandOver(actor, office),
  async run(act, { begun, office }, { waiting }): Promise<{ moved: Waiting }> {
    await mustBeConfirmed(act);
    mustBeOpen(begun);
    const today = dayOf(act.now);
    const why = whyNoHandover(office, today) ?? problemWith(office, await successor(act, begun), begun, today);
    if (why) refuse('conflict', why.code, why.params ? { params: why.params } : {});
    return { moved: await carryOut(act, begun, waiting) };
  },
  audit: ({ office, begun }, { moved }) => ({ ...of(office, begun.id), after: { moved } }),
});

/** Ends a proposal without moving anything: withdrawn by who proposed it or leaves, declined by anybody else. */
export const closeHandover = action({
  name: 'handover.close',
  input: OneHandover,
  subject: (tx, _scope, { id }, ctx) => begunWithOffice(tx, id, dayOf(ctx.now)),
  allow: (actor, { office, begun }) => mayCloseHandover(actor, office, begun.proposedBy),
  async run({ tx, ctx }, { begun, office }): Promise<{ state: 'withdrawn' | 'declined' }> {
    mustBeOpen(begun);
    const own = ctx.actor.id === begun.proposedBy || ctx.actor.id === office.personId;
    const state = own ? 'withdrawn' : 'declined';
    await closeBegun(tx, ctx, begun.id, { state });
    return { state };
  },
  audit: ({ office, begun }, { state }) => ({ ...of(office, begun.id), after: { state } }),
});

/** The successor has read the minutes and taken the office over. */
export const receiveHandover = action({
  name: 'handover.receive',
  input: OneHandover,
  subject: (tx, _scope, { id }) => handoverForUpdate(tx, id),
  allow: mayReceiveHandover,
  async run({ tx, now }, { id }) {
    if (!(await markReceived(tx, id, now))) refuse('conflict', 'handover.closed');
  },
  audit: ({ id }) => ({ subjectKind: 'handover', subjectId: id }),
});

type Tx = Act['tx'];

async function begunWithOffice(tx: Tx, id: number, today: string) {
  const begun = await handoverForUpdate(tx, id);
  const office = begun && (await officeForUpdate(tx, begun.appointmentId, today));
  return begun && office && { begun, office };
}

function mustBeOpen({ state }: Begun): void {
  if (state !== 'proposed') refuse('conflict', 'handover.closed');
}

const successor = ({ tx, now }: Act, { toPersonId }: Begun) => successorBy(asRead(tx), { id: toPersonId }, dayOf(now));

function problemWith(office: Office, to: Successor | undefined, { effectiveOn }: Begun, today: string): Reason | null {
  return Object.values(problemsOf(office, to, effectiveOn, today))[0] ?? null;
}

/** Records who hands over to whom; refuses what stands against it at the field that says so. */
async function begin({ tx, ctx, now }: Act, office: Office, input: NewInput): Promise<Begun> {
  const today = dayOf(now);
  const why = whyNoHandover(office, today);
  if (why) refuse('conflict', why.code);
  const to = await successorBy(asRead(tx), { username: input.username }, today);
  const fields = problemsOf(office, to, input.on, today);
  if (!to || Object.keys(fields).length > 0) return refuse('invalid', 'form.invalid', { fields });
  return (await insertHandover(tx, ctx, office, to, input)) ?? refuse('conflict', 'handover.already');
}

/** Nothing moves before its day: until then the leaver works on. */
async function carryOut({ tx, ctx }: Act, begun: Begun, waiting: Waiting): Promise<Waiting> {
  if (begun.effectiveOn > dayOf(ctx.now)) refuse('conflict', 'handover.not_yet');
  const madeAppointmentId = await passOffice(tx, ctx, begun);
  const drafts = await passDrafts(tx, begun.id);
  const moved = drafts > 0 ? { ...waiting, continue_draft: drafts } : waiting;
  await closeBegun(tx, ctx, begun.id, { state: 'done', moved, madeAppointmentId });
  return moved;
}

const of = (office: Office, id: number) => ({ subjectKind: 'handover', subjectId: id, unitId: office.unitId });
