import { randomUUID } from 'node:crypto';
import { usernameOf } from '#modules/people/account/rules.ts';
import { isAdministrator } from '#modules/people/appointment/policy.ts';
import {
  mayCloseHandover,
  mayHandOver,
  mayProposeHandover,
  mayReceiveHandover,
} from '#modules/people/handover/policy.ts';
import {
  type HandoverPreview,
  type Office,
  problemsOf,
  type Waiting,
  waitingIn,
  whyNoHandover,
} from '#modules/people/handover/rules.ts';
import { confirmHandover, handOver, nameSuccessor, proposeHandover } from '#modules/people/handover/server/actions.ts';
import {
  contextOfOffice,
  draftsOfOffice,
  type Handover,
  handoverById,
  listHandovers,
  nameOf,
  officesOf,
} from '#modules/people/handover/server/queries.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { dutiesOf } from './duties.ts';

/** The offices of a person for who may hand them over or propose it, and, once all is chosen, the preview or what stands against it. */
export async function handoverForm(ctx: Context, personId: number, asked: URLSearchParams) {
  const today = dayOf(ctx.now);
  const held = await read(ctx, (db) => officesOf(db, ctx, personId));
  const offices = held.filter((office) => mayProposeHandover(ctx.actor, office) === true);
  if (offices.length === 0) mustBeOwnOrManaged(ctx, personId, held);
  const name = offices[0]?.personName ?? (await read(ctx, (db) => nameOf(db, personId)));
  const chosen =
    offices.find(({ id }) => String(id) === asked.get('appointment')) ?? (offices.length === 1 ? offices[0] : null);
  const username = usernameOf(asked.get('username') ?? '');
  const typed = asked.get('on');
  const on = typed === null ? today : parseDay(typed);
  const listed = offices.map((office) => ({ ...office, why: whyNoHandover(office, today) }));
  const [first] = offices;
  const direct: true | Reason | null = first ? mayHandOver(ctx.actor, chosen ?? first) : null;
  const found = {
    name,
    direct,
    offices: listed,
    today,
    asked: { appointment: chosen?.id ?? null, username, on: typed },
  };
  if (!asked.has('username')) return { ...found, problems: {}, preview: null };
  const successor = chosen && username ? await nameSuccessor(ctx, { appointmentId: chosen.id, username }) : null;
  const problems: Record<string, Reason> = chosen ? problemsOf(chosen, successor ?? undefined, on ?? today, today) : {};
  if (!chosen) problems.appointment = { code: 'handover.office_missing' };
  if (!username) problems.username = { code: 'handover.successor_missing' };
  if (on === null) problems.on = { code: 'handover.day_missing' };
  const why = chosen && whyNoHandover(chosen, today);
  if (why) problems.appointment = why;
  if (!chosen || !successor || on === null || Object.keys(problems).length > 0)
    return { ...found, problems, preview: null };
  const preview: HandoverPreview = {
    office: chosen,
    successor,
    on,
    waiting: await waitingInOffice(ctx, chosen, on),
    stays: held.filter(({ id }) => id !== chosen.id),
    atOnce: on <= today && mayHandOver(ctx.actor, chosen) === true,
    ahead: on > today,
    key: randomUUID(),
  };
  return { ...found, problems, preview };
}

function mustBeOwnOrManaged({ actor }: Context, personId: number, held: readonly Office[]): void {
  if (actor.id === personId) return;
  const [office] = held;
  const none = { code: 'handover.why_not.appoints' };
  const may = office ? mayProposeHandover(actor, office) : isAdministrator(actor) || none;
  if (may !== true) refuse('forbidden', may.code);
}

/** What waits in an office now, by kind, asked of every module as its holder would be; drafts are told as a number only. */
async function waitingInOffice(ctx: Context, office: Office, on: string): Promise<Waiting> {
  const waiting = waitingIn(await dutiesOf(contextOfOffice(ctx, office)));
  const drafts = await read(ctx, (db) => draftsOfOffice(db, office.id, on));
  return drafts > 0 ? { ...waiting, continue_draft: drafts } : waiting;
}

type Values = Readonly<Record<string, string>>;

/** Hands over, or proposes it, as the preview's form says; answers the handover's id and what became of it. */
export async function submitHandover(
  ctx: Context,
  personId: number,
  values: Values,
): Promise<{ id: number; done: string }> {
  const { appointmentId = '', username = '', on = '', note = '', key = '' } = values;
  const { office, before } = await read(ctx, async (db) => ({
    office: (await officesOf(db, ctx, personId)).find(({ id }) => String(id) === appointmentId),
    before: (await listHandovers(db, personId)).find((each) => String(each.appointmentId) === appointmentId),
  }));
  // Pressed again after it was done: what was done is shown.
  if (!office) return before?.state === 'done' ? { id: before.id, done: 'done' } : refuse('missing', 'refusal.missing');
  const input = { appointmentId: office.id, username, on, note };
  const again = key ? { key } : {};
  // A refusal takes back what was done with it: the name is put on record before.
  const may = values.how === 'at_once' ? mayHandOver : mayProposeHandover;
  if (usernameOf(username) && may(ctx.actor, office) === true)
    await nameSuccessor(ctx, { appointmentId: office.id, username });
  if (values.how !== 'at_once') return { id: (await proposeHandover(ctx, input, again)).id, done: 'proposed' };
  const waiting = await waitingInOffice(ctx, office, parseDay(on) ?? dayOf(ctx.now));
  return { id: (await handOver(ctx, { ...input, waiting }, again)).id, done: 'done' };
}

/** Carries out a proposal, with what waits in its office at that moment. */
export async function confirmProposal(ctx: Context, id: number): Promise<void> {
  const { office, handover } = await read(ctx, (db) => withOffice(db, ctx, id));
  const waiting = office ? await waitingInOffice(ctx, office, handover.effectiveOn) : {};
  await confirmHandover(ctx, { id, waiting });
}

async function withOffice(
  db: ReadDb,
  ctx: Context,
  id: number,
): Promise<{ handover: Handover; office: Office | undefined }> {
  const handover = await handoverById(db, id);
  const offices = await officesOf(db, ctx, handover.fromId);
  return { handover, office: offices.find((each) => each.id === handover.appointmentId) };
}

/** The minutes of one handover, what waits in its office while it is only proposed, and what the reader may do with it or why not. */
export async function minutesOf(ctx: Context, id: number) {
  const { handover, office } = await read(ctx, (db) => withOffice(db, ctx, id));
  const { actor } = ctx;
  const open = handover.state === 'proposed';
  const place = { personId: handover.fromId, role: handover.role, path: handover.path };
  const early: true | Reason = handover.effectiveOn <= dayOf(ctx.now) || { code: 'handover.not_yet' };
  const may = mayHandOver(actor, place);
  const receive = mayReceiveHandover(actor, { toPersonId: handover.toId });
  return {
    handover,
    waiting: open ? (office ? await waitingInOffice(ctx, office, handover.effectiveOn) : {}) : (handover.moved ?? {}),
    confirm: open ? (may === true ? early : may) : null,
    close: open ? mayCloseHandover(actor, place, handover.proposedBy) : null,
    own: actor.id === handover.proposedBy || actor.id === handover.fromId,
    // Of a proposal the successor has nothing to note yet; whoever else looks is told whose it will be.
    receive: handover.receivedAt === null && (handover.state === 'done' || (open && receive !== true)) ? receive : null,
  };
}
