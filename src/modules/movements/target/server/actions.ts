import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { cycleForUpdate } from '../../cycle/server/store.ts';
import { maySetTargets } from '../policy.ts';
import { readPasted, shared } from '../rules.ts';
import { FillTargets, SetTargets } from '../schema.ts';
import { writeColumn, writeTargets } from './store.ts';

/** Sets what is asked of each unit directly under one in a year: how many models, and how many may be put forward. */
export const setTargets = action({
  name: 'target.set',
  input: SetTargets,
  async subject(tx, _scope, { cycleId, unitId }) {
    const cycle = await cycleForUpdate(tx, cycleId);
    return cycle && { id: cycle.id, unitId };
  },
  allow: (actor, above) => maySetTargets(actor, above),
  async run(act, { id, unitId }, { rows }): Promise<void> {
    const under = new Set((await unitsUnder(act, unitId)).map((unit) => unit.id));
    if (rows.some((row) => !under.has(row.unitId))) refuse('conflict', 'target.not_under');
    await writeTargets(act.tx, act.ctx, id, rows);
  },
  audit: ({ id, unitId }, _nothing, { rows }) => ({
    subjectKind: 'cycle',
    subjectId: id,
    unitId,
    after: { targets: rows },
  }),
});

/** The same, one column at once: pasted, shared out evenly, or the same for each. Answers how many units got a number. */
export const fillTargets = action({
  name: 'target.fill',
  input: FillTargets,
  async subject(tx, _scope, { cycleId, unitId }) {
    const cycle = await cycleForUpdate(tx, cycleId);
    return cycle && { id: cycle.id, unitId };
  },
  allow: (actor, above) => maySetTargets(actor, above),
  async run(act, { id, unitId }, { column, how, pasted, number }): Promise<{ count: number }> {
    const units = await unitsUnder(act, unitId);
    if (units.length === 0) refuse('conflict', 'target.nobody_under');
    const numbers = how === 'paste' ? pastedFor(pasted, units) : sharedAmong(units, how, number);
    await writeColumn(act.tx, act.ctx, id, column, numbers);
    return { count: numbers.size };
  },
  audit: ({ id, unitId }, { count }, { column, how, pasted, number }) => ({
    subjectKind: 'cycle',
    subjectId: id,
    unitId,
    after: { column, how, number, pasted, count },
  }),
});

type UnitsUnder = { id: number; code: string | null; name: string }[];

/** Those that stand directly under a unit today. */
async function unitsUnder({ tx, now }: Act, unitId: number): Promise<UnitsUnder> {
  return (await unitsOn(asRead(tx), dayOf(now))).filter((unit) => unit.parentId === unitId);
}

function pastedFor(pasted: string, units: UnitsUnder): Map<number, number> {
  const { numbers, unread } = readPasted(pasted, units);
  if (unread.length > 0)
    wrong('pasted', 'target.unread', { count: unread.length, lines: unread.slice(0, 5).join('; ') });
  if (numbers.size === 0) wrong('pasted', 'target.nothing_pasted');
  if ([...numbers.values()].some((number) => number > 100_000)) wrong('pasted', 'target.number_wrong');
  return numbers;
}

function sharedAmong(units: UnitsUnder, how: 'share' | 'each', number: number | null): Map<number, number> {
  if (number === null) return wrong('number', 'target.number_wrong');
  const parts = how === 'each' ? units.map(() => number) : shared(number, units.length);
  return new Map(units.map((unit, at) => [unit.id, parts[at] ?? 0]));
}

function wrong(field: string, code: string, params?: Record<string, string | number>): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code, ...(params && { params }) } } });
}
