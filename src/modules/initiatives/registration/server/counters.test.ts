import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import type { Context } from '#platform/server/context.ts';
import { type Cast, cycles, fields, openCast, units } from '../../../../../tests/support/cast.ts';
import { draftOf } from '../../../../../tests/support/initiatives.ts';
import { createDraft, saveDraft } from '../../draft/server/actions.ts';
import { STATES, type State, type Transition, transitionsFrom } from '../rules.ts';
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
const STEPS = {
  recall: recallRegistration,
  return: returnRegistration,
  accept: acceptRegistration,
  self_assess: selfAssessRegistration,
  withdraw: withdrawRegistration,
  propose: moves.proposeRegistration,
  decline: moves.declineRegistration,
  reopen: moves.reopenRegistration,
} as const;

type Work =
  | { does: 'send'; levels: Level[]; field: number; ahead: number }
  | { does: 'move'; which: number; pick: number; field: number }
  | { does: 'fold' };

const field = fc.constantFrom(...Object.values(fields));
const work: fc.Arbitrary<Work> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('send'),
      levels: fc.subarray([...LEVELS], { minLength: 1 }),
      field,
      ahead: fc.nat({ max: 3 }),
    }),
  },
  { weight: 12, arbitrary: fc.record({ does: fc.constant('move'), which: fc.nat(), pick: fc.nat(), field }) },
  { weight: 1, arbitrary: fc.constant({ does: 'fold' }) },
);

async function perform(each: Work): Promise<void> {
  if (each.does === 'fold') {
    await cast.asOwner('select fold_registration_count()');
    return;
  }
  if (each.does === 'send') {
    const id = await draftOf(cast, 'commune_officer', { levels: each.levels, fieldId: each.field });
    const { registrationIds } = await submitRegistration(cast.contextFor('commune_officer'), { id });
    const ahead = [STEPS.accept, STEPS.self_assess, STEPS.propose].slice(0, each.ahead);
    for (const step of ahead) await step(system, { id: registrationIds[0] as number });
    return;
  }
  const rows = await cast.asOwner<{ id: number; state: State }>(
    `select id, state from registration where state <> 'annulled' order by id`,
  );
  const row = rows[each.which % Math.max(rows.length, 1)];
  if (!row) return;
  // Every way out would soon be taken if each step were as likely: annulling is rare.
  const acts = transitionsFrom(row.state).filter((act) => act !== 'annul' || each.pick % 10 === 0);
  if (acts.length > 0) await moveOn(row.id, acts[each.pick % acts.length] as Transition, each.field);
}

async function moveOn(id: number, act: Transition, fieldId: number): Promise<void> {
  if (act === 'recognise') await moves.recogniseRegistrations(system, { ids: [id], decisionId, number: '14-QĐ/BCĐ' });
  else if (act === 'annul') await moves.annulRegistrations(system, { ids: [id], reason: 'nhập nhầm' });
  else if (act !== 'submit') await STEPS[act](system, { id, reason: 'một lý do' });
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

test('whatever is done in whatever order, the counters say what a recount says', async () => {
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
  const reached = await cast.asOwner('select distinct state from registration_event order by 1');
  expect(reached).toHaveLength(Object.keys(STATES).length);
}, 60_000);
