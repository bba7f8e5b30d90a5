import { inLines, treeOf } from '#modules/organisations/unit/rules-tree.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { dayOf, type ReadDb } from '#platform/server/context.ts';

/** The units of today as choices, each under its parent. */
export async function unitChoices(db: ReadDb, now: Date): Promise<{ value: string; label: string }[]> {
  const units = inLines(treeOf(await unitsOn(db, dayOf(now))));
  return units.map(({ unit, depth }) => ({
    value: String(unit.id),
    label: `${'\u2003'.repeat(depth)}${unit.name}`,
  }));
}
