import { mayOpenPlacing } from '#modules/initiatives/placing/policy.ts';
import { type DividedUnit, dividedUnits } from '#modules/initiatives/placing/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { splitUnits } from '#modules/organisations/reorganisation/rules.ts';
import { dayBefore } from '#modules/organisations/reorganisation/rules-days.ts';
import { outcomeOf } from '#modules/organisations/reorganisation/rules-outcome.ts';
import { reorganisationById } from '#modules/organisations/reorganisation/server/queries.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { isAdministrator, isAuditor } from '#modules/people/appointment/policy.ts';
import {
  openProposals,
  type Proposal,
  proposalCounts,
  proposalsOf,
} from '#modules/people/transition/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';

const STATES = ['proposed', 'approved', 'declined'] as const;

/** One act as its page shows it: what it did, what it proposes for people (to who may know), what is to be placed. Five queries at most. */
export async function actPage(db: ReadDb, ctx: Context, id: number, asked: URLSearchParams) {
  const found = await reorganisationById(db, id);
  if (!found) return refuse('missing', 'refusal.missing');
  const { plan, ...act } = found;
  const outcome = outcomeOf({ ...plan, effectiveOn: act.effectiveOn }, await unitsOn(db, dayBefore(act.effectiveOn)));
  const applied = act.state === 'applied';
  const knows = applied && (isAdministrator(ctx.actor) || isAuditor(ctx.actor));
  const counts = knows ? await proposalCounts(db, id) : [];
  const state = STATES.find((each) => each === asked.get('state')) ?? 'proposed';
  const role = counts.find((each) => each.role === asked.get('role'))?.role;
  const after = idOf(asked.get('after'));
  const proposals =
    counts.length > 0 ? await proposalsOf(db, id, { state, role, after }) : { rows: [] as Proposal[], next: null };
  const places = applied && mayOpenPlacing(ctx.actor) === true;
  const divided: DividedUnit[] = places ? await dividedUnits(db, id) : [];
  return {
    act,
    today: dayOf(ctx.now),
    outcome,
    /** What the act's page could offer while it stands. */
    offers: {
      'appointment.decide_proposals': applied ? mayReorganise(ctx.actor) : null,
      'reorganisation.undo': applied ? mayReorganise(ctx.actor) : null,
      'reorganisation.place_them': applied && splitUnits(plan).length > 0 ? mayOpenPlacing(ctx.actor) : null,
    },
    may: mayReorganise(ctx.actor) === true,
    knows,
    counts,
    proposals,
    asked: { state, role: role ?? '' },
    toPlace: divided.reduce((sum, unit) => sum + unit.waiting, 0),
    placed: divided.reduce((sum, unit) => sum + unit.placed, 0),
    divided: divided.map(({ name }) => name),
  };
}

/** The proposals that a form means: those that are ticked, or every open one of a role. */
export async function chosenProposals(ctx: Context, id: number, form: FormData): Promise<number[]> {
  const role = form.get('everything');
  if (typeof role === 'string' && role) return read(ctx, (db) => openProposals(db, id, role));
  return form.getAll('id').map((id) => idOf(String(id)));
}
