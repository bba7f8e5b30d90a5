import { sql } from 'kysely';
import { inLines, treeOf } from '#modules/organisations/unit/rules-tree.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { isAdministrator } from '#modules/people/appointment/policy.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { listDocuments } from '../../basis/server/queries.ts';
import { askingUnits } from '../../criterion/policy.ts';
import { listCriteria } from '../../criterion/server/queries.ts';
import { cycleToSetUp, listCycles } from '../../cycle/server/queries.ts';
import { chosenTitleGroups, listFields, listProgrammes, listTitleGroups } from '../../field/server/queries.ts';
import { listGuidance } from '../../guidance/server/queries.ts';
import { maySetUp } from '../policy.ts';
import type { Movement } from '../rules.ts';
import { listMovements } from './queries.ts';

/** What somebody who sets movements up chooses from: the units whose movements they may keep, and every movement. */
export async function setUpChoices(
  db: ReadDb,
  ctx: Context,
): Promise<{ units: { value: string; label: string }[]; movements: Movement[] }> {
  const units = (await unitsOn(db, dayOf(ctx.now))).filter((unit) => maySetUp(ctx.actor, { unitId: unit.id }) === true);
  const deep = isAdministrator(ctx.actor);
  return {
    units: inLines(treeOf(units)).map(({ unit, depth }) => ({
      value: String(unit.id),
      label: `${deep ? '\u2003'.repeat(depth) : ''}${unit.name}`,
    })),
    movements: await listMovements(db),
  };
}

/** A movement with everything that it consists of, for who sets it up; refuses everybody else, and what is not there. */
export async function movementToSetUp(db: ReadDb, ctx: Context, id: number) {
  const choices = await setUpChoices(db, ctx);
  const movement = mine(ctx, choices.movements, id);
  return {
    ...choices,
    movement,
    cycles: (await listCycles(db)).filter((cycle) => cycle.movementId === id),
    fields: await listFields(db, id),
    programmes: await listProgrammes(db, id),
    titleGroups: await listTitleGroups(db, id),
    documents: await listDocuments(db, id),
    year: Number(dayOf(ctx.now).slice(0, 4)),
  };
}

/** The same of one of its years, with the criteria. */
export async function yearToSetUp(db: ReadDb, ctx: Context, id: number) {
  const cycle = (await cycleToSetUp(db, id)) ?? refuse('missing', 'refusal.missing');
  const movement = mine(ctx, await listMovements(db), cycle.movementId);
  return {
    cycle,
    movement,
    criteria: await listCriteria(db, cycle.id),
    guidance: await listGuidance(db, cycle.id),
    documents: await listDocuments(db, movement.id),
    titleGroups: await listTitleGroups(db, movement.id),
    chosenTitleGroups: await chosenTitleGroups(db, cycle.id),
  };
}

/** A year's criteria with what the reader's units add, for whoever writes additions of one; refuses everybody else. */
export async function additionsPage(db: ReadDb, ctx: Context, id: number, unit: number) {
  const cycle = (await listCycles(db)).find((each) => each.id === id) ?? refuse('missing', 'refusal.missing');
  const movement = (await listMovements(db)).find((each) => each.id === cycle.movementId);
  const units = askingUnits(ctx.actor);
  const own = units.find((each) => each.id === unit) ?? units[0] ?? refuse('forbidden', 'movement.only_its_officers');
  const [used] = await rowsOf(db, sql<{ used: boolean }>`select additions_in_use(${id}, ${own.id}) as used`);
  return {
    cycle,
    movement: movement ?? refuse('missing', 'refusal.missing'),
    units,
    own,
    locked: used?.used ?? false,
    criteria: await listCriteria(db, id, { unitId: own.id }),
    documents: await listDocuments(db, cycle.movementId),
  };
}

function mine({ actor }: Context, movements: readonly Movement[], id: number): Movement {
  const movement = movements.find((each) => each.id === id) ?? refuse('missing', 'refusal.missing');
  const may = maySetUp(actor, movement);
  return may === true ? movement : refuse('forbidden', may.code);
}
