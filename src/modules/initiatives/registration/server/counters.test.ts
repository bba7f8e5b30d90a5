import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOverRegistration, deferRegistration } from '#modules/initiatives/deferral/server/actions.ts';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/server/context.ts';
import {
  type Cast,
  cycles,
  fields,
  openCast,
  PERSON_NAMES,
  type PersonName,
  units,
} from '../../../../../tests/support/cast.ts';
import { draftOf } from '../../../../../tests/support/initiatives.ts';
import { createDraft, saveDraft } from '../../draft/server/actions.ts';
import { endsOf, STATES, type State, TRANSITIONS, type Transition, transitionsFrom } from '../rules.ts';
import { submitRegistration } from './actions.ts';
import * as moves from './actions-moves.ts';

let cast: Cast;
let system: Context;
let decisionId: number;
beforeAll(async () => {
  cast = await openCast();
  system = { ...cast.contextFor('auditor'), actor: SYSTEM, scope: systemScope() };
  const [decision] = await cast.asOwner<{ id: number }>(
    `insert into decision (kind, number, decided_on, cycle_id, level, unit_id, created_at)
     values ('recognition', '14-QĐ/BCĐ', '2026-11-20', $1, 'commune', $2, now()) returning id`,
    [cycles.current, units.commune],
  );
  decisionId = decision?.id as number;
});
afterAll(() => cast.close());

const { recallRegistration, returnRegistration, acceptRegistration, selfAssessRegistration, withdrawRegistration } =
  moves;
const ALL_ACTS = Object.keys(TRANSITIONS) as Transition[];
const STEPS = {
  recall: recallRegistration,
  return: returnRegistration,
  accept: acceptRegistration,
  self_assess: selfAssessRegistration,
  withdraw: withdrawRegistration,
  propose: moves.proposeRegistration,
  decline: moves.declineRegistration,
  reopen: moves.reopenRegistration,
  resume: moves.resumeRegistration,
  defer: (ctx: Context, { id, reason = '' }: { id: number; reason?: string }) =>
    deferRegistration(ctx, { id, reason, until: 'next_cycle' }),
  carry_over: carryOverRegistration,
} as const;

/** How far something has come already when it is met. */
const AHEAD = [
  [],
  ['accept', 'self_assess'],
  ['accept', 'self_assess', 'propose'],
  ['accept', 'self_assess', 'decline'],
  ['defer'],
] as const;

type Work =
  | { does: 'send'; levels: Level[]; cycleId: number; field: number; ahead: (typeof AHEAD)[number] }
  | { does: 'move'; which: number; pick: number; field: number; by: PersonName | 'system' }
  | { does: 'fold' };

const field = fc.constantFrom(...Object.values(fields));
const work: fc.Arbitrary<Work> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('send'),
      levels: fc.subarray([...LEVELS], { minLength: 1 }),
      cycleId: fc.constantFrom(cycles.last, cycles.last, cycles.current),
      field,
      ahead: fc.constantFrom(...AHEAD),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      does: fc.constant('move'),
      which: fc.nat(),
      pick: fc.nat(),
      field,
      // The system may do everything; everybody else is refused now and then.
      by: fc.oneof({ weight: 3, arbitrary: fc.constant('system' as const) }, fc.constantFrom(...PERSON_NAMES)),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'fold' }) },
);

async function perform(each: Work): Promise<void> {
  if (each.does === 'fold') {
    await cast.asOwner('select fold_registration_count()');
    return;
  }
  if (each.does === 'send') {
    const id = await draftOf(cast, 'commune_officer', {
      levels: each.levels,
      cycleId: each.cycleId,
      fieldId: each.field,
    });
    const { registrationIds } = await submitRegistration(cast.contextFor('commune_officer'), { id });
    for (const act of each.ahead) await STEPS[act](system, { id: registrationIds[0] as number, reason: 'một lý do' });
    return;
  }
  const rows = await cast.asOwner<{ id: number; state: State }>(
    `select id, state from registration where state <> 'annulled' order by id`,
  );
  const row = rows[each.which % Math.max(rows.length, 1)];
  if (!row) return;
  // Every way out would soon be taken if each step were as likely: annulling is rare, and so is what the state does not allow.
  const bold = each.pick % 8 === 0;
  const acts = bold ? ALL_ACTS : transitionsFrom(row.state).filter((act) => act !== 'annul' || each.pick % 10 === 0);
  const act = acts[each.pick % acts.length];
  if (!act) return;
  // What is annulled is a list: of what one does not see, none is.
  const ctx = each.by === 'system' || act === 'annul' ? system : cast.contextFor(each.by);
  let ends: State[] = endsOf(act);
  try {
    await moveOn(ctx, row.id, act, each.field);
    expect(transitionsFrom(row.state)).toContain(act);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    ends = [row.state];
  }
  const [after] = await cast.asOwner<{ state: State }>('select state from registration where id = $1', [row.id]);
  expect([act, ends.includes(after?.state as State)]).toEqual([act, true]);
}

async function moveOn(by: Context, id: number, act: Transition, fieldId: number): Promise<void> {
  if (act === 'recognise') await moves.recogniseRegistrations(by, { ids: [id], decisionId, number: '14-QĐ/BCĐ' });
  else if (act === 'annul') await moves.annulRegistrations(by, { ids: [id], reason: 'nhập nhầm' });
  else if (act !== 'submit') await STEPS[act](by, { id, reason: 'một lý do' });
  else {
    const ctx = cast.contextFor('commune_officer');
    const draft = await createDraft(ctx, { registrationId: id });
    await saveDraft(ctx, { id: draft.id, version: draft.version, fieldId });
    await submitRegistration(ctx, { id: draft.id });
  }
}

const SUMS =
  'sum(registered)::int, sum(carried_out)::int, sum(recognised)::int, sum(outstanding)::int, sum(commended)::int';
const CELLS = 'cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject';
const cells = (of: string) =>
  cast.asOwner(
    `select array[${SUMS}] as sums, row(${CELLS})::text as cell from ${of} group by ${CELLS}
     having array[${SUMS}] <> '{0,0,0,0,0}' order by 2`,
  );

test('whatever is done by whomever in whatever order, every state is of the table and the counters say what a recount says', async () => {
  const everyWork = fc.array(work, { minLength: 20, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(everyWork, async (works) => {
      for (const each of works) await perform(each);
      expect(await cells('registration_count')).toEqual(
        await cells('count_registrations(array(select r from registration r))'),
      );
    }),
    { numRuns: 8, endOnFailure: true, seed: 2026 },
  );
  const reached = await cast.asOwner<{ state: string }>('select distinct state from registration_event order by 1');
  expect(reached.map((row) => row.state).sort()).toEqual(Object.keys(STATES).sort());
}, 60_000);
